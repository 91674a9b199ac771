using VqganBot.Imaging;
using VqganBot.Tests.Fakes;

namespace VqganBot.Tests.EndToEnd.Playground;

/// <summary>Small pictures that differ.</summary>
internal static class TestPictures
{
    public static byte[] Png(byte shade)
    {
        var picture = new Rgb24Image(64, 48);
        picture.Pixels.AsSpan().Fill(shade);
        return TinyPng.Encode(picture);
    }
}
