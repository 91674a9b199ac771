using VqganBot.Imaging;
using VqganBot.Training.Toybox;

namespace VqganBot.Training.Data;

internal static class ToyRenderer
{
    public static Rgb24Image Render(ToyPicture picture)
    {
        var svg = ToyWorld.Svg(picture);
        return picture.Style == ToyStyle.PixelArt
            ? Doubled(SvgRasterizer.Rasterize(svg, ToyWorld.Size / 2, ToyWorld.Size / 2))
            : SvgRasterizer.Rasterize(svg, ToyWorld.Size, ToyWorld.Size);
    }

    /// <summary>A part of the picture drawn twice as large, as large as the picture itself: what 128 pixels are made of.</summary>
    public static Rgb24Image RenderPart(ToyPicture picture)
    {
        var svg = ToyWorld.Svg(picture);
        var whole = picture.Style == ToyStyle.PixelArt
            ? Doubled(Doubled(SvgRasterizer.Rasterize(svg, ToyWorld.Size / 2, ToyWorld.Size / 2)))
            : SvgRasterizer.Rasterize(svg, 2 * ToyWorld.Size, 2 * ToyWorld.Size);
        var random = ToyRandom.For(picture.Seed, 41);
        return Part(whole, random.Below(ToyWorld.Size + 1), random.Below(ToyWorld.Size + 1));
    }

    private static Rgb24Image Part(Rgb24Image whole, int left, int top)
    {
        const int row = ToyWorld.Size * 3;
        var pixels = new byte[ToyWorld.Size * row];
        for (var y = 0; y < ToyWorld.Size; y++)
            whole.Pixels.AsSpan((((top + y) * whole.Width) + left) * 3, row).CopyTo(pixels.AsSpan(y * row));
        return new Rgb24Image(ToyWorld.Size, ToyWorld.Size, pixels);
    }

    /// <summary>Every pixel as a block of four, in colours of nine levels a channel: what makes pixel art of a drawing.</summary>
    private static Rgb24Image Doubled(Rgb24Image small)
    {
        var side = 2 * small.Width;
        var pixels = new byte[side * side * 3];
        for (var y = 0; y < side; y++)
        {
            for (var x = 0; x < side; x++)
            {
                for (var channel = 0; channel < 3; channel++)
                {
                    var value = small.Pixels[((((y / 2) * small.Width) + (x / 2)) * 3) + channel];
                    pixels[(((y * side) + x) * 3) + channel] = (byte)Math.Min(255, (value + 16) / 32 * 32);
                }
            }
        }

        return new Rgb24Image(side, side, pixels);
    }
}
