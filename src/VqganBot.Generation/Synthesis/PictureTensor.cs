using TorchSharp;
using VqganBot.Imaging;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>Between pictures of bytes and tensors [1, 3, H, W] of 0 to 1.</summary>
internal static class PictureTensor
{
    public static Tensor From(Rgb24Image picture, Device device)
    {
        using DisposeScope scope = NewDisposeScope();
        return (Bytes(picture).to(device).to(float32) / 255).permute(2, 0, 1).unsqueeze(0).contiguous().MoveToOuterDisposeScope();
    }

    public static Rgb24Image To(Tensor picture /* [1, 3, H, W] */)
    {
        using DisposeScope scope = NewDisposeScope();
        return ToPicture(Rounded(picture).cpu());
    }

    public static Rgba32Image ToTransparent(Tensor picture /* [1, 4, H, W] */)
    {
        using DisposeScope scope = NewDisposeScope();
        return new((int)picture.shape[3], (int)picture.shape[2], Rounded(picture).cpu().bytes.ToArray());
    }

    /// <summary>The picture as it is: uint8 [H, W, 3], for the state file.</summary>
    public static Tensor Bytes(Rgb24Image picture)
    {
        Tensor bytes = empty([picture.Height, picture.Width, 3], uint8);
        bytes.bytes = picture.Pixels;
        return bytes;
    }

    public static Rgb24Image ToPicture(Tensor bytes /* uint8 [H, W, 3] */) =>
        new((int)bytes.shape[1], (int)bytes.shape[0], bytes.bytes.ToArray());

    /// <summary>As bytes where it lies: uint8 [H, W, C].</summary>
    public static Tensor Rounded(Tensor picture /* [1, C, H, W] */) =>
        (picture.detach().clamp(0, 1) * 255).round().squeeze(0).permute(1, 2, 0).to(uint8).contiguous();
}
