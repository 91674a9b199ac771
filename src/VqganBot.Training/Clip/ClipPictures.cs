using TorchSharp;
using VqganBot.Generation.Clip;
using static TorchSharp.torch;

namespace VqganBot.Training.Clip;

/// <summary>What lies between pixels from 0 to 1 and an embedding of unit length.</summary>
internal static class ClipPictures
{
    public static Tensor Normalise(Tensor unit, ClipModel clip)
    {
        var mean = tensor(clip.Mean, [1, 3, 1, 1]).to(unit.device);
        var deviation = tensor(clip.Std, [1, 3, 1, 1]).to(unit.device);
        return (unit - mean) / deviation; // [N,3,R,R]
    }

    /// <summary>Pictures of any square size as embeddings of unit length.</summary>
    public static Tensor Embed(Tensor unit, ClipModel clip)
    {
        var side = clip.Config.InputResolution;
        if (unit.shape[3] != side)
            unit = nn.functional.interpolate(unit, [side, side], mode: InterpolationMode.Bilinear, antialias: true); // [N,3,R,R]
        return Unit(clip.encode_image(Normalise(unit, clip)));                                                       // [N,D]
    }

    public static Tensor Unit(Tensor embedding)
    {
        // Sums of squares want more digits than a narrow format has.
        var exact = embedding.to(ScalarType.Float32);
        return exact / exact.pow(2).sum([-1], keepdim: true).add(1e-12).sqrt(); // [N,D]
    }
}
