using static TorchSharp.torch;

namespace VqganBot.Training.Vqgan;

/// <summary>How far a reconstruction is from its picture: absolute, squared, and in the differences of neighbours.</summary>
internal static class ReconstructionLoss
{
    public static Tensor Of(Tensor reconstruction, Tensor picture, VqganTrainingOptions options)
    {
        var error = reconstruction - picture;                        // [N,3,H,W]
        var loss = (error.abs().mean() * options.AbsoluteWeight) + (error.pow(2).mean() * options.SquaredWeight);
        if (options.EdgeWeight == 0)
            return loss;
        return loss + ((Steps(error, 2).abs().mean() + Steps(error, 3).abs().mean()) * options.EdgeWeight);
    }

    /// <summary>The change from one pixel to the next along a dimension; linear, so that of the error is the error of the changes.</summary>
    private static Tensor Steps(Tensor image, long dimension)
    {
        var length = image.shape[dimension];
        return image.narrow(dimension, 1, length - 1) - image.narrow(dimension, 0, length - 1);
    }
}
