namespace TorchSharp.Modules;

/// <summary>What an optimiser remembers of one parameter.</summary>
public abstract class OptimizerState : IDisposable
{
    protected OptimizerState(Parameter parameter) => Parameter = parameter;

    internal Parameter Parameter { get; }

    /// <summary>The state before the first step.</summary>
    public abstract void Initialize(OptimizerOptions options);

    /// <summary>Takes over the values of the same optimiser's state.</summary>
    public abstract void LoadStateDict(OptimizerState source);

    public abstract void to(torch.Device device);

    public abstract void Dispose();

    private protected static torch.Tensor Zeros(Parameter parameter) =>
        torch.zeros_like(parameter).DetachFromDisposeScope();

    private protected static void Move(ref torch.Tensor? tensor, torch.Device device)
    {
        if (tensor is not null)
            tensor = tensor.to(device, disposeAfter: true).DetachFromDisposeScope();
    }

    /// <summary>Replaces what is held by a copy of the source's, on the parameter's device.</summary>
    private protected void Take(ref torch.Tensor? held, torch.Tensor? source)
    {
        if (ReferenceEquals(held, source))
            return;
        held?.Dispose();
        held = source?.to(Parameter.device, copy: true).DetachFromDisposeScope();
    }

    private protected static T Same<T>(OptimizerState source) where T : OptimizerState =>
        source as T ?? throw new ArgumentException(
            $"The state is a {source.GetType().FullName}, and a {typeof(T).FullName} was expected.", nameof(source));
}
