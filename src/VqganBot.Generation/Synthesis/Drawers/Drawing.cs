using TorchSharp;
using VqganBot.Generation.Packs;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>From settings to what is painted with.</summary>
internal static class Drawing
{
    public static IDrawer Create(PaintingSettings settings, ModelPack pack)
    {
        IDrawer colours = Colours(settings, pack);
        return settings.Transparent
            ? new TransparentDrawer(colours, settings.Drawer == DrawerKind.Pixel ? InterpolationMode.Nearest : InterpolationMode.Bilinear, pack.Device)
            : colours;
    }

    private static IDrawer Colours(PaintingSettings settings, ModelPack pack) => settings.Drawer switch
    {
        DrawerKind.Pixel => new PixelDrawer(settings.PixelSize, settings.ImageLosses.PaletteOnly ? Palette.Parse(settings.ImageLosses.Palette) : null, pack.Device),
        _ => new VqganDrawer(pack.Vqgan),
    };
}
