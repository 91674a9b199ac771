namespace TorchSharp;

/// <summary>Knows the innermost dispose scope of each thread.</summary>
public sealed class DisposeScopeManager
{
    [ThreadStatic] private static DisposeScope? _current;

    internal static DisposeScope? Current => _current;

    internal static DisposeScope Push() => _current = new DisposeScope(_current);

    /// <summary>Takes the scope out of the chain, also when inner scopes were left open by mistake.</summary>
    internal static void Remove(DisposeScope scope)
    {
        if (ReferenceEquals(_current, scope))
        {
            _current = scope.OuterScope;
            return;
        }
        for (var inner = _current; inner is not null; inner = inner.OuterScope)
        {
            if (!ReferenceEquals(inner.OuterScope, scope))
                continue;
            inner.OuterScope = scope.OuterScope;
            return;
        }
    }
}
