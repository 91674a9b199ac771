using VqganBot.Imaging;
using static TorchSharp.torch;

namespace VqganBot.Training.Vqgan;

/// <summary>A VQGAN's pictures [N,3,S,S] of -1 to 1 as tiles of a contact sheet.</summary>
internal static class Tiles
{
    public static IEnumerable<Rgb24Image> Of(Tensor signed)
    {
        var (height, width) = ((int)signed.shape[2], (int)signed.shape[3]);
        var bytes = ((signed.clamp(-1, 1) + 1) * 127.5).round().to(ScalarType.Byte).permute(0, 2, 3, 1).contiguous().cpu().data<byte>().ToArray();
        return bytes.Chunk(height * width * 3).Select(pixels => new Rgb24Image(width, height, pixels));
    }
}
