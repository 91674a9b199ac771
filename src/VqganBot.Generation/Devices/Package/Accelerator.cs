using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace VqganBot.Generation.Devices;

/// <summary>Stands in for Devices/Accelerator.cs when the package is compiled against: float32, and one operation after the other.</summary>
internal static class Accelerator
{
    public static DeviceFacts Look(Device device) => new(device.type, device.type == DeviceType.CUDA ? "the GPU" : "the processor");

    public static void Tune(Device device, Precision precision)
    {
    }

    public static IStepGraph? Graph(Device device) => null;

    public static Func<Tensor>? Later(Tensor tensor)
    {
        if (tensor.device.type == DeviceType.CPU)
            return null;
        Tensor copied = tensor.cpu().DetachFromDisposeScope();
        return () => copied;
    }

    public static IDisposable Autocast(Device device, ScalarType format) => throw Absent();

    public static Tensor ChannelsLast(Tensor picture) => throw Absent();

    public static void Store(Parameter weight, ScalarType format, bool channelsLast) => throw Absent();

    // Nobody asks: DeviceFacts says what there is.
    private static NotSupportedException Absent() => new("The TorchSharp package has no name for this; our own binding has.");
}
