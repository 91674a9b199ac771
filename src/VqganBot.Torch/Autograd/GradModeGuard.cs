using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>Sets this thread's gradient mode and puts the former one back.</summary>
internal sealed class GradModeGuard : IDisposable
{
    private readonly int _former = Native.shim_grad_mode();

    public GradModeGuard(bool enabled) => Native.shim_set_grad_mode(enabled ? 1 : 0);

    public void Dispose() => Native.shim_set_grad_mode(_former);
}
