namespace TorchSharp;

/// <summary>TorchSharp's names over libtorch: tensors, networks, gradients, optimisers.</summary>
public static partial class torch
{
    /// <value>The version of the libtorch that is loaded.</value>
    public static string __version__ => TorchRuntime.LoadedVersion;

    /// <summary>From now until it is disposed, what this thread makes belongs to the new scope.</summary>
    public static DisposeScope NewDisposeScope() => DisposeScopeManager.Push();

    /// <summary>Loads libtorch; the CPU needs nothing more, and CUDA starts by itself on first use.</summary>
    public static void InitializeDeviceType(DeviceType deviceType)
    {
        if (!TryInitializeDeviceType(deviceType))
            throw new TorchException($"This libtorch ({__version__}) finds no device of type {deviceType} here.");
    }

    public static bool TryInitializeDeviceType(DeviceType deviceType) =>
        deviceType == DeviceType.CPU || (deviceType == DeviceType.CUDA && cuda.is_available());
}
