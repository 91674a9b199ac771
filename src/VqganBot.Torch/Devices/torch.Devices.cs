namespace TorchSharp;

public static partial class torch
{
    public static readonly Device CPU = new(DeviceType.CPU);

    public static readonly Device META = new(DeviceType.META);

    private static Device? _defaultDevice;

    public static Device CUDA { get; } = new(DeviceType.CUDA);

    /// <summary>The device asked for by factories that were given none; null lets libtorch take the CPU.</summary>
    private static Device DefaultDevice => _defaultDevice ?? CPU;

    public static Device device(string description) => new(description);

    public static Device device(string deviceType, int index = -1) => new(deviceType, index);

    public static Device device(DeviceType deviceType, int index = -1) => new(deviceType, index);

    public static Device device(int index) => new(index);

    public static Device get_default_device() => DefaultDevice;

    public static void set_default_device(Device device) => _defaultDevice = device;

    public static void set_default_device(string device) => _defaultDevice = new Device(device);

    public static bool cuda_is_available() => cuda.is_available();
}
