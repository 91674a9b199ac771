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

    public static Tensor Unit(Tensor embedding) =>
        embedding / embedding.pow(2).sum([-1], keepdim: true).add(1e-12).sqrt(); // [N,D]
}
