namespace TorchSharp;

/// <summary>Disposes what was made on its thread while it was the innermost scope, except what was moved out.</summary>
public sealed class DisposeScope : IDisposable
{
    private readonly HashSet<IDisposable> _disposables = new(ReferenceEqualityComparer.Instance);

    internal DisposeScope(DisposeScope? outer) => OuterScope = outer;

    internal DisposeScope? OuterScope { get; set; }

    /// <value>How many objects the scope would dispose now.</value>
    public int DisposablesCount => _disposables.Count;

    public bool Contains(IDisposable disposable) => _disposables.Contains(disposable);

    /// <summary>Hands the object to the scope around this one, or to nobody if this is the outermost.</summary>
    public T MoveToOuter<T>(T disposable) where T : IDisposable
    {
        Move(OuterScope, disposable);
        return disposable;
    }

    /// <summary>From now on nobody but the caller disposes the object.</summary>
    public T Detach<T>(T disposable) where T : IDisposable
    {
        Move(null, disposable);
        return disposable;
    }

    public void Attach(IDisposable disposable) => Move(this, disposable);

    /// <summary>Disposes everything but this one object, which stays in the scope.</summary>
    public T DisposeEverythingBut<T>(T keep) where T : IDisposable
    {
        foreach (var disposable in _disposables.Where(it => !ReferenceEquals(it, keep)).ToList())
            disposable.Dispose();
        return keep;
    }

    /// <summary>Forgets an object that was disposed by other means.</summary>
    public void MarkAsDisposed(IDisposable disposable) => _disposables.Remove(disposable);

    public void Dispose()
    {
        // Each object takes itself out of the set when it is disposed, so the set is emptied first.
        IDisposable[] all = [.. _disposables];
        _disposables.Clear();
        foreach (var disposable in all)
            disposable.Dispose();
        DisposeScopeManager.Remove(this);
    }

    internal void Add(IDisposable disposable) => _disposables.Add(disposable);

    private void Move(DisposeScope? target, IDisposable disposable)
    {
        var owner = disposable is torch.Tensor tensor ? tensor.OwningScope : this;
        owner?._disposables.Remove(disposable);
        target?._disposables.Add(disposable);
        if (disposable is torch.Tensor moved)
            moved.OwningScope = target;
    }
}
