namespace TorchSharp;

/// <summary>Moving whole modules; each returns the same object, under its own type.</summary>
public static class ModuleExtensionMethods
{
    public static T to<T>(this T module, torch.Device device, bool non_blocking = false) where T : torch.nn.Module =>
        Converted(module, device, null);

    public static T to<T>(this T module, torch.ScalarType type, bool non_blocking = false) where T : torch.nn.Module =>
        Converted(module, null, type);

    public static T to<T>(this T module, torch.Device device, torch.ScalarType type, bool non_blocking = false)
        where T : torch.nn.Module => Converted(module, device, type);

    public static T to<T>(this T module, DeviceType deviceType, int deviceIndex = -1, bool non_blocking = false)
        where T : torch.nn.Module => Converted(module, new torch.Device(deviceType, deviceIndex), null);

    public static T to<T>(this T module, string device, bool non_blocking = false) where T : torch.nn.Module =>
        Converted(module, new torch.Device(device), null);

    public static T cpu<T>(this T module, bool non_blocking = false) where T : torch.nn.Module =>
        Converted(module, torch.CPU, null);

    public static T cuda<T>(this T module, int deviceIndex = -1, bool non_blocking = false) where T : torch.nn.Module =>
        Converted(module, new torch.Device(DeviceType.CUDA, deviceIndex), null);

    public static T half<T>(this T module, bool non_blocking = false) where T : torch.nn.Module =>
        Converted(module, null, torch.ScalarType.Float16);

    public static T bfloat16<T>(this T module, bool non_blocking = false) where T : torch.nn.Module =>
        Converted(module, null, torch.ScalarType.BFloat16);

    public static T @float<T>(this T module, bool non_blocking = false) where T : torch.nn.Module =>
        Converted(module, null, torch.ScalarType.Float32);

    public static T @double<T>(this T module, bool non_blocking = false) where T : torch.nn.Module =>
        Converted(module, null, torch.ScalarType.Float64);

    private static T Converted<T>(T module, torch.Device? device, torch.ScalarType? type) where T : torch.nn.Module
    {
        module.Convert(device, type);
        return module;
    }
}
