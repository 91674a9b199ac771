using System.Security.Cryptography;
using System.Text;
using VqganBot.Training.Toybox.Drawings;

namespace VqganBot.Training.Toybox;

/// <summary>The world: a seed decides what a picture shows, and the picture decides its drawing.</summary>
internal static class ToyWorld
{
    public const int Size = 64;

    /// <summary>What this seed shows; training seeds never show a held-out combination.</summary>
    public static ToyPicture Draw(ulong seed)
    {
        for (var attempt = 0ul; ; attempt++)
        {
            var picture = ToyComposer.Compose(seed, ToyRandom.For(seed, 100 + attempt));
            if (!HeldOut.Touches(picture))
                return picture;
        }
    }

    public static string Svg(ToyPicture picture)
    {
        var canvas = new SvgCanvas(picture.Style, ToyRandom.For(picture.Seed, 2));
        SceneDrawings.Draw(canvas, picture.Scene);
        // The second thing of a pair stands behind: a chicken is drawn over the wave it rides.
        foreach (var thing in picture.Things.Reverse())
            ObjectDrawings.Draw(canvas, thing);
        return canvas.Finish(Paper(picture.Style));
    }

    /// <summary>Changes whenever the seeds draw something else, so that a rendered set of an older world is recognised.</summary>
    public static byte[] Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var seed = 0ul; seed < 200; seed++)
            hash.AppendData(Encoding.UTF8.GetBytes(Svg(Draw(seed))));
        return hash.GetHashAndReset();
    }

    private static Rgb Paper(ToyStyle style) => style switch
    {
        ToyStyle.Watercolour => Rgb.Hex("#f8f3e6"),
        ToyStyle.Sketch => Rgb.Hex("#f4f2ec"),
        ToyStyle.Neon => Rgb.Hex("#0a0716"),
        _ => Rgb.White,
    };
}
