namespace TorchSharp.Modules;

/// <summary>What an optimiser remembers of one parameter.</summary>
public abstract class OptimizerState : IDisposable
{
    /// <value>Steps taken so far.</value>
    public long step;

    internal abstract IReadOnlyList<torch.Tensor> Tensors { get; }

    public void Dispose()
    {
        foreach (var tensor in Tensors)
            tensor.Dispose();
    }

    /// <summary>Takes over the values of a state of the same kind; the tensors stay where they are.</summary>
    internal void CopyFrom(OptimizerState source)
    {
        step = source.step;
        foreach (var (own, given) in Tensors.Zip(source.Tensors))
            own.copy_(given);
    }
}
