namespace TorchSharp;

/// <summary>Disposes what was made on its thread while it was the innermost scope, except what was moved out.</summary>
public sealed class DisposeScope : IDisposable
{
    private readonly HashSet<IDisposable> _disposables = new(ReferenceEqualityComparer.Instance);

    internal DisposeScope(DisposeScope? outer) => OuterScope = outer;

    internal DisposeScope? OuterScope { get; set; }

    /// <value>How many objects the scope would dispose now.</value>
    public int DisposablesCount => _disposables.Count;

    /// <value>The objects that the scope would dispose now.</value>
    public IReadOnlyList<IDisposable> DisposablesView => [.. _disposables];

    public bool Contains(IDisposable disposable) => _disposables.Contains(disposable);

    /// <summary>Hands the object to the scope around this one, or to nobody if this is the outermost.</summary>
    public T MoveToOuter<T>(T disposable) where T : IDisposable
    {
        Move(OuterScope, disposable);
        return disposable;
    }

    public (T1 first, T2 second) MoveToOuter<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable where T2 : IDisposable => (MoveToOuter(first), MoveToOuter(second));

    public (T1 first, T2 second, T3 third) MoveToOuter<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable =>
        (MoveToOuter(first), MoveToOuter(second), MoveToOuter(third));

    public void MoveToOuter(params IDisposable[] disposables) => MoveToOuter((IEnumerable<IDisposable>)disposables);

    public void MoveToOuter(IEnumerable<IDisposable> disposables)
    {
        foreach (var disposable in disposables)
            Move(OuterScope, disposable);
    }

    /// <summary>Hands the object to another scope.</summary>
    public T MoveToOther<T>(DisposeScope scope, T disposable) where T : IDisposable
    {
        Move(scope, disposable);
        return disposable;
    }

    public void MoveToOther(DisposeScope scope, IEnumerable<IDisposable> disposables)
    {
        foreach (var disposable in disposables)
            Move(scope, disposable);
    }

    /// <summary>From now on nobody but the caller disposes the object.</summary>
    public T Detach<T>(T disposable) where T : IDisposable
    {
        Move(null, disposable);
        return disposable;
    }

    public void Detach(params IDisposable[] disposables) => Detach((IEnumerable<IDisposable>)disposables);

    public void Detach(IEnumerable<IDisposable> disposables)
    {
        foreach (var disposable in disposables)
            Move(null, disposable);
    }

    public void Attach(IDisposable disposable) => Move(this, disposable);

    public void Attach(params IDisposable[] disposables) => Attach((IEnumerable<IDisposable>)disposables);

    public IReadOnlyList<IDisposable> Attach(IEnumerable<IDisposable> disposables)
    {
        var list = disposables.ToList();
        foreach (var disposable in list)
            Move(this, disposable);
        return list;
    }

    /// <summary>Disposes everything but this one object, which stays in the scope.</summary>
    public T DisposeEverythingBut<T>(T keep) where T : IDisposable
    {
        DisposeEverythingBut((IEnumerable<IDisposable>)[keep]);
        return keep;
    }

    public void DisposeEverythingBut(params IDisposable[] keep) => DisposeEverythingBut((IEnumerable<IDisposable>)keep);

    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        var keep = inKeep.ToHashSet<IDisposable>(ReferenceEqualityComparer.Instance);
        foreach (var disposable in _disposables.Where(it => !keep.Contains(it)).ToList())
            disposable.Dispose();
    }

    public void DisposeEverything()
    {
        // Each object takes itself out of the set when it is disposed, so the set is emptied first.
        IDisposable[] all = [.. _disposables];
        _disposables.Clear();
        foreach (var disposable in all)
            disposable.Dispose();
    }

    /// <summary>Forgets an object that was disposed by other means.</summary>
    public void MarkAsDisposed(IDisposable disposable) => _disposables.Remove(disposable);

    public void Dispose()
    {
        DisposeEverything();
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
