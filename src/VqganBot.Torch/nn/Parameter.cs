namespace TorchSharp.Modules;

/// <summary>A tensor that a module learns.</summary>
public sealed class Parameter : torch.Tensor
{
    /// <summary>Takes over the tensor's memory; <paramref name="data"/> is empty afterwards.</summary>
    public Parameter(torch.Tensor data, bool requires_grad = true) : this(data, data.OwningScope, requires_grad)
    {
    }

    private Parameter(torch.Tensor data, DisposeScope? scope, bool requires_grad) : base(data.TakeHandle())
    {
        this.requires_grad = requires_grad;
        // It goes on belonging to the scope the data belonged to, or to none.
        if (!ReferenceEquals(OwningScope, scope))
        {
            DetachFromDisposeScope();
            scope?.Attach(this);
        }
    }
}
