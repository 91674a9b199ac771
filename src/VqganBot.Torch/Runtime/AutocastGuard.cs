using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>Autocast is on for this thread while the guard lives.</summary>
internal sealed class AutocastGuard : IDisposable
{
    private readonly DeviceType _device;
    private readonly torch.ScalarType _dtype;

    public AutocastGuard(DeviceType device, torch.ScalarType dtype)
    {
        _device = device;
        _dtype = dtype;
        Native.Check(Native.shim_set_autocast((int)device, 1, (int)dtype));
    }

    public void Dispose() => Native.Check(Native.shim_set_autocast((int)_device, 0, (int)_dtype));
}
