using VqganBot.Generation.Synthesis;

namespace VqganBot.CommandLine.Imagine.Look;

/// <summary>Settings with what was asked of the look put in.</summary>
internal static class LookSettings
{
    public static PaintingSettings Apply(LookOptions look, PaintingSettings settings) => settings with
    {
        Drawer = look.Drawer ?? settings.Drawer,
        PixelSize = look.PixelSize ?? settings.PixelSize,
    };
}
