namespace TorchSharp.Modules;

/// <summary>What steers an optimiser; the learning rate may change from step to step.</summary>
public abstract class OptimizerOptions : torch.optim.ILearningRateController
{
    double torch.optim.ILearningRateController.LearningRate
    {
        get => Rate;
        set => Rate = value;
    }

    internal double Rate { get; set; }

    internal double Decay { get; set; }

    internal double Epsilon { get; set; }

    /// <summary>Takes over the values of options of the same kind.</summary>
    internal virtual void CopyFrom(OptimizerOptions source)
    {
        Rate = source.Rate;
        Decay = source.Decay;
        Epsilon = source.Epsilon;
    }
}
