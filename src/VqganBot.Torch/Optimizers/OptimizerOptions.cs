namespace TorchSharp.Modules;

/// <summary>What steers the parameters of one group.</summary>
public abstract class OptimizerOptions
{
    public double? LearningRate { get; set; }

    public double InitialLearningRate { get; set; }

    /// <summary>Takes over the values of the same optimiser's options.</summary>
    public virtual void LoadStateDict(OptimizerOptions source)
    {
        LearningRate = source.LearningRate;
        InitialLearningRate = source.InitialLearningRate;
    }

    internal void SetRate(double rate)
    {
        LearningRate ??= rate;
        InitialLearningRate = LearningRate.Value;
    }

    /// <exception cref="ArgumentException">The source belongs to another optimiser.</exception>
    private protected static T Same<T>(object source) =>
        source is T same
            ? same
            : throw new ArgumentException($"The state is a {source.GetType().FullName}, and a {typeof(T).FullName} was expected.");
}
