using System.Globalization;
using VqganBot.Bot.Sight;
using VqganBot.Imaging;

namespace VqganBot.Tests.Fakes;

/// <summary>Stands for CLIP: its space is a quarter of a circle from black to white. It knows no words but numbers of grey; all others are black to it.</summary>
internal sealed class FakePictureReader : IPictureReader
{
    public string Sum { get; init; } = "fake";

    public float[] See(Rgb24Image picture) => Grey(picture.Pixels[0]);

    public float[] Read(string words) => Grey(byte.TryParse(words.Split(' ')[^1], CultureInfo.InvariantCulture, out var level) ? level : 0);

    public IReadOnlyList<string> Describe(Rgb24Image picture) =>
        [FormattableString.Invariant($"a wall of grey {picture.Pixels[0]}"), "fog over the sea", "a wall, oil painting"];

    public void Dispose()
    {
    }

    private static float[] Grey(double level)
    {
        var (sin, cos) = Math.SinCos(level / 255 * Math.PI / 2);
        return [(float)cos, (float)sin];
    }
}
