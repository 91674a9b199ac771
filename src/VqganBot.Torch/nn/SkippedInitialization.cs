namespace TorchSharp;

/// <summary>While one lives, no first values are drawn on its thread.</summary>
internal sealed class SkippedInitialization : IDisposable
{
    [ThreadStatic] private static int _living;
    private bool _disposed;

    public SkippedInitialization() => _living++;

    public static bool IsOn => _living > 0;

    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        _living--;
    }
}
