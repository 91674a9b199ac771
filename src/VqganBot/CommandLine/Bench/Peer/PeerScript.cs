using System.Globalization;

namespace VqganBot.CommandLine.Bench;

/// <summary>tests/bench/step_peer.py, which travels inside the program.</summary>
internal static class PeerScript
{
    public static string Text
    {
        get
        {
            using var stream = typeof(PeerScript).Assembly.GetManifestResourceStream("step_peer.py")!;
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
    }

    public static string[] Dimensions(BenchShapes shapes) =>
    [
        "--channels", Number(shapes.Vqgan.Channels), "--multipliers", string.Join(',', shapes.Vqgan.Multipliers.Select(Number)),
        "--codes", Number(shapes.Vqgan.Codes), "--code-width", Number(shapes.Vqgan.CodeWidth),
        "--attention", Number(shapes.Vqgan.AttentionResolution),
        "--resolution", Number(shapes.Clip.Resolution), "--patch", Number(shapes.Clip.Patch), "--layers", Number(shapes.Clip.Layers),
        "--width", Number(shapes.Clip.Width), "--embed", Number(shapes.Clip.EmbedDim),
    ];

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
