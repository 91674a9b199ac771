using VqganBot.Imaging;

namespace VqganBot.Generation.Tests.Imaging;

/// <summary>One good file of each format that is decoded.</summary>
internal static class EncodedSamples
{
    public static IReadOnlyDictionary<string, byte[]> All { get; } = Make();

    private static Dictionary<string, byte[]> Make()
    {
        Rgb24Image image = Pictures.Gradient(48, 40);
        var text = new Dictionary<string, string> { ["prompt"] = "chicken surf", ["note"] = "größer" };
        return new()
        {
            ["png"] = ImageCodec.EncodePng(image, text),
            ["jpeg"] = ImageCodec.EncodeJpeg(image),
            ["progressive jpeg"] = File.ReadAllBytes(Fixture("display-p3.jpg")),
            ["cmyk jpeg"] = File.ReadAllBytes(Fixture("cmyk.jpg")),
            ["webp"] = ImageCodec.EncodeWebp(image),
            ["lossless webp"] = File.ReadAllBytes(Fixture("alpha.webp")),
            ["animated webp"] = Animation(".webp"),
            ["gif"] = File.ReadAllBytes(Fixture("alpha.gif")),
            ["animated gif"] = Animation(".gif"),
        };
    }

    private static string Fixture(string name) => Path.Combine(AppContext.BaseDirectory, "Imaging", "Fixtures", name);

    private static byte[] Animation(string extension)
    {
        string path = Path.Combine(Path.GetTempPath(), $"vqganbot-{Guid.NewGuid():N}{extension}");
        try
        {
            Timelapse.Write(path, [Pictures.Gradient(24, 24), Pictures.Plain(24, 24, 9, 99, 199)], framesPerSecond: 5);
            return File.ReadAllBytes(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
