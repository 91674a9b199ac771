using VqganBot.Training.Toybox;
using static TorchSharp.torch;

namespace VqganBot.Training.Data;

/// <summary>Pictures of the drawn world, with what they show.</summary>
internal sealed record DrawnBatch(Tensor Pixels, IReadOnlyList<int> Indices, IReadOnlyList<ToyPicture> Pictures)
    : PictureBatch(Pixels, Indices);
