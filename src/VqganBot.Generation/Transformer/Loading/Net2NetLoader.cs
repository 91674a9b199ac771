using TorchSharp;
using VqganBot.Generation.Checkpoints;
using VqganBot.Generation.Vqgan;
using static TorchSharp.torch;

namespace VqganBot.Generation.Transformer;

/// <summary>From taming's configuration and checkpoint of a Net2NetTransformer to one that drafts.</summary>
internal static class Net2NetLoader
{
    private const string Model = "model.params";
    private const string Condition = $"{Model}.cond_stage_config";
    private const int MostClasses = 1 << 20;

    public static Net2Net Load(string yamlPath, string weightsPath, Device device)
    {
        ArgumentException.ThrowIfNullOrEmpty(yamlPath);
        ArgumentException.ThrowIfNullOrEmpty(weightsPath);
        VqganConfig picture = VqganConfig.FromYaml(yamlPath);
        YamlDocument yaml = YamlDocument.Read(yamlPath);
        YamlNumbers numbers = new(yaml);
        int heads = numbers.Integer($"{Model}.transformer_config.params.n_head", 1, 1024);
        (int classes, int startToken) = Conditions(yaml, numbers);
        int side = picture.Resolution / picture.DownsampleFactor;

        Gpt gpt = Gpt.Load(weightsPath, heads).to(device);
        // The condition takes a place, and the last code none: nothing is predicted from it.
        return gpt.Config.BlockSize >= side * side && gpt.Config.VocabSize > Math.Max(startToken, classes - 1)
            ? new Net2Net(gpt, side, side, classes, startToken)
            : throw new CheckpointException(weightsPath, "transformer.pos_emb",
                $"it reads {gpt.Config.BlockSize} codes out of {gpt.Config.VocabSize}, too few for {side}x{side} codes after a condition that may be {Math.Max(startToken, classes - 1)}");
    }

    private static (int Classes, int StartToken) Conditions(YamlDocument yaml, YamlNumbers numbers)
    {
        string? target = yaml.Find($"{Condition}.target");
        if (numbers.Flag($"{Model}.unconditional", false) || yaml.Find(Condition) == "__is_unconditional__" || Is("SOSProvider"))
            return (0, numbers.Integer($"{Model}.sos_token", 0, MostClasses, numbers.Integer($"{Condition}.params.sos_token", 0, MostClasses, 0)));
        if (Is("Labelator"))
            return (numbers.Integer($"{Condition}.params.n_classes", 1, MostClasses), 0);
        throw yaml.Fault(Condition, $"its condition is coded by '{CheckpointException.Show(target ?? yaml.Find(Condition) ?? "nothing")}'; "
            + "only transformers that are told a class (Labelator) or nothing (SOSProvider, __is_unconditional__) can draft");

        bool Is(string name) => target?.EndsWith("." + name, StringComparison.Ordinal) ?? false;
    }
}
