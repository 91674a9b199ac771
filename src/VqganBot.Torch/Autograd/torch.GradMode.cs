using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Until it is disposed, nothing on this thread is remembered for the gradient.</summary>
    public static IDisposable no_grad() => new GradModeGuard(false);

    public static IDisposable enable_grad(bool enabled = true) => new GradModeGuard(enabled);

    /// <summary>As no_grad, and faster; tensors made inside can never take part in a gradient.</summary>
    public static IDisposable inference_mode(bool mode = true) => new InferenceModeGuard(mode);

    public static bool is_grad_enabled() => Native.shim_grad_mode() != 0;

    public static bool is_inference_mode_enabled() => Native.shim_inference_mode() != 0;
}
