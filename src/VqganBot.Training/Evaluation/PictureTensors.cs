using TorchSharp;
using VqganBot.Imaging;
using static TorchSharp.torch;

namespace VqganBot.Training.Evaluation;

/// <summary>Between pictures and tensors with values from 0 to 1.</summary>
internal static class PictureTensors
{
    /// <summary>[N,3,H,W] of pictures of one size.</summary>
    public static Tensor Unit(IReadOnlyList<Rgb24Image> pictures)
    {
        using var scope = NewDisposeScope();
        var (width, height) = (pictures[0].Width, pictures[0].Height);
        if (pictures.FirstOrDefault(picture => picture.Width != width || picture.Height != height) is { } other)
            throw new ArgumentException($"Pictures of one size are compared, but one is {width}x{height} and another {other.Width}x{other.Height}.", nameof(pictures));
        var bytes = tensor(pictures.SelectMany(picture => picture.Pixels).ToArray(), [pictures.Count, height, width, 3]);
        return (bytes.permute(0, 3, 1, 2).to(ScalarType.Float32) / 255.0).contiguous().MoveToOuterDisposeScope();
    }

    /// <summary>The picture of a tensor [1,3,H,W].</summary>
    public static Rgb24Image Picture(Tensor unit)
    {
        using var scope = NewDisposeScope();
        var bytes = (unit.to(ScalarType.Float32).clamp(0, 1) * 255).round().to(ScalarType.Byte).squeeze(0).permute(1, 2, 0).contiguous().cpu();
        return new Rgb24Image((int)unit.shape[3], (int)unit.shape[2], bytes.data<byte>().ToArray());
    }
}
