using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>Holds libtorch's own guard, which belongs to the thread that made it.</summary>
internal sealed class InferenceModeGuard(bool enabled) : IDisposable
{
    private nint _guard = Native.shim_inference_enter(enabled ? 1 : 0);

    public void Dispose()
    {
        var guard = Interlocked.Exchange(ref _guard, 0);
        if (guard != 0)
            Native.shim_inference_leave(guard);
    }
}
