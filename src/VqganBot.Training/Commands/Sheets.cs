using VqganBot.Imaging;

namespace VqganBot.Training.Commands;

internal static class Sheets
{
    /// <summary>Every pixel as a square of many, so that a sheet shows what the networks see.</summary>
    public static Rgb24Image Enlarge(Rgb24Image image, int factor)
    {
        var enlarged = new Rgb24Image(image.Width * factor, image.Height * factor);
        for (var y = 0; y < enlarged.Height; y++)
        {
            for (var x = 0; x < enlarged.Width; x++)
                image.Pixels.AsSpan((((y / factor) * image.Width) + (x / factor)) * 3, 3).CopyTo(enlarged.Pixels.AsSpan(((y * enlarged.Width) + x) * 3));
        }

        return enlarged;
    }
}
