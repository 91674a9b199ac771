using System.Text.Json;
using System.Text.Json.Serialization;
using VqganBot.Generation.Drafts;
using VqganBot.Generation.Synthesis;

namespace VqganBot.Generation.Packs;

/// <summary>A pack's pack.json: which files make up a painter. Paths are relative to the pack's folder.</summary>
public sealed record ModelPackManifest
{
    private const int MostWords = 1000;

    /// <value>The name it is chosen by.</value>
    public required string Name { get; init; }

    /// <value>One or two sentences for people.</value>
    public string Description { get; set; } = "";

    /// <value>The VQGAN's weights.</value>
    public required string Vqgan { get; init; }

    /// <value>The VQGAN's configuration, taming's YAML.</value>
    public required string VqganConfig { get; init; }

    /// <value>The CLIPs that judge the picture, one or more.</value>
    public required IReadOnlyList<string> Clip { get; init; }

    /// <value>How much each CLIP's judgement counts; null gives all the same say.</value>
    public IReadOnlyList<double>? ClipWeights { get; set; }

    /// <value>The merges of the tokenizer, plain or gzipped.</value>
    public required string Tokenizer { get; init; }

    /// <value>The prior that drafts pictures from CLIP's embeddings, or taming's Net2Net checkpoint that vqganConfig describes; null: this pack cannot draft.</value>
    public string? Prior { get; set; }

    /// <value>Width and height where the request names none; default 256×256.</value>
    public IReadOnlyList<int> DefaultSize { get; set; } = [256, 256];

    /// <value>Steps where the request names none; default 300.</value>
    public int DefaultSteps { get; set; } = 300;

    /// <value>The preset where the request names none; default "best".</value>
    public string DefaultPreset { get; set; } = "best";

    /// <value>The learning rate of the default preset with this pack, whose codes may be larger or smaller than others'; null leaves the preset's own.</value>
    public double? DefaultLearningRate { get; set; }

    /// <value>Where the default preset begins with this pack; null: with a draft where the pack has a prior, else where the preset does.</value>
    public InitialLatentKind? DefaultStart { get; set; }

    /// <value>How strongly the default preset stays near where it began with this pack; null leaves the preset's own.</value>
    public double? DefaultInitWeight { get; set; }

    /// <value>Guidance of the drafts of this pack's prior; null leaves the sampler's own.</value>
    public double? DefaultGuidance { get; set; }

    /// <value>How many drafts painting chooses its start from with this pack; null leaves the settings' own.</value>
    public int? DefaultDraftCandidates { get; set; }

    /// <value>
    /// Lists of what excludes one another, such as things, colours, places: an entry is a word or phrase, its synonyms behind
    /// commas. Drafts are ranked by how much better they fit the prompt than prompts with another entry of a list; where the
    /// prompt has none, by CLIP's cosine alone.
    /// </value>
    public IReadOnlyList<IReadOnlyList<string>> Vocabulary { get; set; } = [];

    /// <value>Licence of the weights.</value>
    public string License { get; set; } = "";

    /// <value>Whatever else a person should know.</value>
    public string Notes { get; set; } = "";

    /// <summary>Reads and checks the pack.json of a folder.</summary>
    /// <exception cref="ModelPackException">There is none, or it is not usable.</exception>
    public static ModelPackManifest Read(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        string path = Path.Combine(folder, "pack.json");
        if (!Directory.Exists(folder))
            throw new ModelPackException(folder, "there is no such folder.");
        if (!File.Exists(path))
            throw new ModelPackException(folder, "it has no pack.json, the file that names its parts.");
        try
        {
            ModelPackManifest manifest = JsonSerializer.Deserialize(File.ReadAllBytes(path), ModelPackJson.Default.ModelPackManifest)
                ?? throw new ModelPackException(folder, "its pack.json holds null; an object with name, vqgan, vqganConfig, clip and tokenizer is needed.");
            return manifest.Checked(folder);
        }
        catch (JsonException e)
        {
            throw new ModelPackException(folder, $"its pack.json is not what a pack.json should be: {e.Message}", e);
        }
    }

    /// <summary>The settings of a preset; of the default preset, as this pack likes them.</summary>
    /// <exception cref="PaintingRequestException">There is no preset of that name.</exception>
    public PaintingSettings SettingsFor(string preset)
    {
        PaintingSettings settings = Presets.Get(preset) with { ClipWeights = ClipWeights ?? [] };
        return string.Equals(preset, DefaultPreset, StringComparison.OrdinalIgnoreCase)
            ? settings with
            {
                LearningRate = DefaultLearningRate ?? settings.LearningRate,
                InitialLatent = DefaultStart ?? (Prior is null ? settings.InitialLatent : InitialLatentKind.Draft),
                InitWeight = DefaultInitWeight ?? settings.InitWeight,
                DraftCandidates = DefaultDraftCandidates ?? settings.DraftCandidates,
                DraftSampling = Sampling(),
            }
            : settings;
    }

    /// <summary>How drafts are drawn with this pack unless told otherwise.</summary>
    public SamplingSettings Sampling()
    {
        SamplingSettings settings = new();
        return settings with { Guidance = DefaultGuidance ?? settings.Guidance };
    }

    /// <summary>The manifest as the text of a pack.json.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ModelPackJson.Default.ModelPackManifest);

    private ModelPackManifest Checked(string folder)
    {
        if (Clip.Count == 0)
            throw new ModelPackException(folder, "its pack.json names no CLIP; \"clip\" is a list of at least one file.");
        if (ClipWeights is { } weights && (weights.Count != Clip.Count || weights.Any(weight => !(weight > 0 && double.IsFinite(weight)))))
            throw new ModelPackException(folder, $"\"clipWeights\" in its pack.json needs a number above 0 for each of its {Clip.Count} CLIPs.");
        if (DefaultSize.Count != 2 || DefaultSize.Any(side => side < 1))
            throw new ModelPackException(folder, "\"defaultSize\" in its pack.json is a width and a height in pixels, such as [256, 256].");
        if (DefaultSteps < 1)
            throw new ModelPackException(folder, $"\"defaultSteps\" in its pack.json is {DefaultSteps}; at least 1 is needed.");
        if (DefaultLearningRate is { } rate && !(rate > 0 && double.IsFinite(rate)))
            throw new ModelPackException(folder, $"\"defaultLearningRate\" in its pack.json is {rate}; a number above 0 is needed.");
        if (DefaultInitWeight is { } weight && !(weight >= 0 && double.IsFinite(weight)))
            throw new ModelPackException(folder, $"\"defaultInitWeight\" in its pack.json is {weight}; a number of 0 or more is needed.");
        if (DefaultGuidance is { } guidance && !(guidance >= 0 && double.IsFinite(guidance)))
            throw new ModelPackException(folder, $"\"defaultGuidance\" in its pack.json is {guidance}; a number of 0 or more is needed.");
        if (DefaultDraftCandidates is < 1 or > DraftRequest.MostCandidates)
            throw new ModelPackException(folder, $"\"defaultDraftCandidates\" in its pack.json is {DefaultDraftCandidates}; a number from 1 to {DraftRequest.MostCandidates} is needed.");
        if (Vocabulary is null || Vocabulary.Any(list => list is null || list.Any(string.IsNullOrWhiteSpace)))
            throw new ModelPackException(folder, "\"vocabulary\" in its pack.json is a list of lists of words, such as [[\"cat, kitten\", \"dog\"], [\"red\", \"blue\"]], and none of them is empty.");
        if (Vocabulary.Sum(list => list.Count) > MostWords)
            throw new ModelPackException(folder, $"\"vocabulary\" in its pack.json has more than {MostWords} entries; a draft is compared with each.");
        return this;
    }
}
