using System.Globalization;
using System.Text;

namespace VqganBot.Generation.Vqgan;

/// <summary>Reads and writes taming's configuration (configs/*.yaml and the model.yaml beside its checkpoints).</summary>
internal static class VqganConfigYaml
{
    private const int MostLevels = 10;
    private const double TamingEps = 1e-6;

    /// <summary>Classes whose encoder, decoder and quantiser are those of VQModel.</summary>
    private static readonly string[] PlainModels = ["VQModel", "VQNoDiscModel", "VQModelInterface"];

    public static VqganConfig Read(string path)
    {
        var yaml = YamlDocument.Read(path);
        // A Net2Net file describes the transformer and, inside it, the VQGAN.
        var model = yaml.Has("model.params.first_stage_config.target") ? "model.params.first_stage_config" : "model";
        var target = yaml.Find($"{model}.target") ?? throw yaml.Fault($"{model}.target", "it is missing; a VQGAN's configuration names its class there");
        var name = target[(target.LastIndexOf('.') + 1)..];
        if (name != "GumbelVQ" && Array.IndexOf(PlainModels, name) < 0)
            throw yaml.Fault($"{model}.target", $"it is '{Checkpoints.CheckpointException.Show(target)}'; VQModel, GumbelVQ, or a Net2NetTransformer with one of them as its first stage are read");
        return Read(new YamlNumbers(yaml), $"{model}.params", target);
    }

    public static string Write(VqganConfig config)
    {
        var yaml = new StringBuilder();
        yaml.Append(CultureInfo.InvariantCulture, $"model:\n  target: {config.Target}\n  params:\n    embed_dim: {config.EmbedDim}\n    n_embed: {config.NEmbed}\n    ddconfig:\n");
        (string Key, string Value)[] dimensions =
        [
            ("double_z", config.DoubleZ ? "true" : "false"),
            ("z_channels", Text(config.ZChannels)),
            ("resolution", Text(config.Resolution)),
            ("in_channels", Text(config.InChannels)),
            ("out_ch", Text(config.OutChannels)),
            ("ch", Text(config.Channels)),
            ("ch_mult", $"[{string.Join(", ", config.ChannelMultipliers)}]"),
            ("num_res_blocks", Text(config.ResBlocks)),
            ("attn_resolutions", $"[{string.Join(", ", config.AttentionResolutions)}]"),
            ("dropout", config.Dropout.ToString("0.0###", CultureInfo.InvariantCulture)),
            ("patch_size", Text(config.PatchSize)),
            ("norm_eps", config.NormEps.ToString("R", CultureInfo.InvariantCulture)),
        ];
        foreach (var (key, value) in dimensions)
        {
            // Our own keys are left out where they say nothing, so that taming still reads the file.
            if (key switch { "patch_size" => config.PatchSize != 1, "norm_eps" => config.NormEps != TamingEps, _ => true })
                yaml.Append(CultureInfo.InvariantCulture, $"      {key}: {value}\n");
        }

        return yaml.ToString();

        static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
    }

    private static VqganConfig Read(YamlNumbers yaml, string model, string target)
    {
        var network = $"{model}.ddconfig";
        if (!yaml.Flag($"{network}.resamp_with_conv", true))
            throw yaml.Fault($"{network}.resamp_with_conv", "it is false; only networks that resample with a convolution are built");
        var config = new VqganConfig
        {
            Target = target,
            EmbedDim = yaml.Integer($"{model}.embed_dim", 1, 65_536),
            NEmbed = yaml.Integer($"{model}.n_embed", 1, 1 << 22),
            // taming's Encoder has True as its default; its files all say false.
            DoubleZ = yaml.Flag($"{network}.double_z", true),
            ZChannels = yaml.Integer($"{network}.z_channels", 1, 65_536),
            Resolution = yaml.Integer($"{network}.resolution", 1, 65_536),
            InChannels = yaml.Integer($"{network}.in_channels", 1, 1024),
            OutChannels = yaml.Integer($"{network}.out_ch", 1, 1024),
            Channels = yaml.Integer($"{network}.ch", 1, 65_536),
            ChannelMultipliers = yaml.Integers($"{network}.ch_mult", 1, 256, 1, MostLevels),
            ResBlocks = yaml.Integer($"{network}.num_res_blocks", 1, 64),
            AttentionResolutions = yaml.Integers($"{network}.attn_resolutions", 1, 65_536, 0, MostLevels),
            Dropout = yaml.Fraction($"{network}.dropout", 0),
            PatchSize = yaml.Integer($"{network}.patch_size", 1, 64, 1),
            NormEps = yaml.Fraction($"{network}.norm_eps", TamingEps),
        };
        if (config.Resolution < config.DownsampleFactor)
            throw yaml.Fault($"{network}.resolution", $"it is {config.Resolution}, less than the {config.DownsampleFactor} pixels that one code of {config.ChannelMultipliers.Count} levels covers");
        return config;
    }
}
