using VqganBot.Generation.Synthesis;

namespace VqganBot.CommandLine.Imagine.Look;

/// <summary>What was asked of the look of the picture beside its words; null where that was left to the preset.</summary>
internal sealed record LookOptions
{
    public static LookOptions None { get; } = new();

    public DrawerKind? Drawer { get; init; }

    public int? PixelSize { get; init; }
}
