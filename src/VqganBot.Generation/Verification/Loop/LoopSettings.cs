using System.Text.Json;
using VqganBot.Generation.Synthesis;

namespace VqganBot.Generation.Verification;

/// <summary>What a loop's config.json says, its neighbours' files found.</summary>
internal sealed record LoopSettings
{
    public required string VqganYaml { get; init; }

    public required string VqganWeights { get; init; }

    public required string ClipWeights { get; init; }

    public required OptimizerKind Optimizer { get; init; }

    public required double WeightDecay { get; init; }

    public required double LearningRate { get; init; }

    public required double InitWeight { get; init; }

    public required IReadOnlyList<(double Weight, double Stop)> Prompts { get; init; }

    public static LoopSettings Read(GoldenFolder folder)
    {
        using GoldenConfig config = GoldenConfig.Read(folder)!;
        string method = config.Text("cut_method") ?? "original";
        if (method != "original")
            throw new VerificationException(folder.Root, $"its cut method is \"{method}\"; only \"original\" can be replayed, because its random choices are three numbers a cut.");
        string name = config.Text("optimizer") ?? nameof(OptimizerKind.Adam);
        if (!Enum.TryParse(name, ignoreCase: true, out OptimizerKind optimizer))
            throw new VerificationException(folder.Root, $"its optimizer \"{name}\" is unknown; there are {string.Join(", ", Enum.GetNames<OptimizerKind>())}.");
        GoldenFolder vqgan = Neighbour("vqgan"), clip = Neighbour("clip");
        return new LoopSettings
        {
            VqganYaml = vqgan.Yaml ?? throw new VerificationException(folder.Root, $"the VQGAN's folder '{vqgan.Root}' has no .yaml."),
            VqganWeights = FirstWeights(vqgan),
            ClipWeights = FirstWeights(clip),
            Optimizer = optimizer,
            // PyTorch's own default for AdamW is 0.01, for all others 0.
            WeightDecay = config.Number("weight_decay") ?? (optimizer == OptimizerKind.AdamW ? 0.01 : 0),
            LearningRate = config.RequiredNumber("learning_rate"),
            InitWeight = config.Number("init_weight") ?? 0,
            Prompts = Read(config, folder.Root),
        };

        GoldenFolder Neighbour(string key) =>
            new(Path.GetFullPath(Path.Combine(Path.GetFullPath(folder.Root), "..", config.RequiredText(key))));

        string FirstWeights(GoldenFolder neighbour) => neighbour.Weights.Count > 0
            ? neighbour.Weights[0]
            : throw new VerificationException(folder.Root, $"the folder '{neighbour.Root}', which it names, has no weights.");
    }

    private static List<(double, double)> Read(GoldenConfig config, string folder)
    {
        if (!config.Root.TryGetProperty("prompts", out JsonElement prompts) || prompts.ValueKind != JsonValueKind.Array)
            throw new VerificationException(folder, "its config.json has no list 'prompts' of weight and stop.");
        return [.. prompts.EnumerateArray().Select(prompt => (Number(prompt, "weight", 1), Number(prompt, "stop", double.NegativeInfinity)))];
    }

    private static double Number(JsonElement prompt, string name, double otherwise) =>
        prompt.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : otherwise;
}
