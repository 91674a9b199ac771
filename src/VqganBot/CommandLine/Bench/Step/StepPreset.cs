using VqganBot.CommandLine.Options;
using VqganBot.Generation.Synthesis;

namespace VqganBot.CommandLine.Bench;

/// <summary>Whose step is timed: the work of each is what its author's program does, and how the peer writes it.</summary>
internal sealed record StepPreset(string Name, PictureSize Size, int Cutouts)
{
    private const string Latest = "latest";

    public static readonly StepPreset[] Known =
    [
        // A step of a size that a CPU does within seconds; the peer is written with care (gather, silu).
        new("crowson", new PictureSize(128, 128), 8),
        // generate.py on a CPU, cut method "original": no augmentation, no noise; the peer is written as it is (one-hot, x·σ(x)).
        new("nerdyrodent", new PictureSize(256, 256), 32),
        // The same with its default cut method, pooling and noise, but for the augmentations: what a GPU can record as one graph.
        new(Latest, new PictureSize(256, 256), 32),
    ];

    public static string Accepted => string.Join(" or ", Known.Select(preset => preset.Name));

    public static StepPreset? Find(string name) => Array.Find(Known, preset => preset.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    public PaintingSettings Settings(int cutouts) => Presets.Get(Name == Latest ? "nerdyrodent" : "crowson") with
    {
        CutoutCount = cutouts, LearningRate = 0.1, Augmentation = AugmentationSettings.None,
    };
}
