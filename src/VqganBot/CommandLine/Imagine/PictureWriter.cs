using VqganBot.Generation.Synthesis;
using VqganBot.Imaging;

namespace VqganBot.CommandLine.Imagine;

/// <summary>Writes a painting as it stands, with all it takes to paint it again where the format can carry that.</summary>
internal static class PictureWriter
{
    public static void Write(string file, Painting painting, string modelSha256)
    {
        var record = PaintingRecord.Of(painting.Request, painting.Step, modelSha256);
        var text = PictureMetadata.Write(record);
        AtomicFile.Write(file, painting.IsTransparent && IsPng(file)
            ? ImageCodec.EncodePng(painting.RenderTransparent(), text)
            : ImageCodec.EncodeByExtension(painting.Render(), file, text));
    }

    public static bool IsPng(string file) => Path.GetExtension(file).Equals(".png", StringComparison.OrdinalIgnoreCase);
}
