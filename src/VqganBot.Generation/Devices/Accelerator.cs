using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace VqganBot.Generation.Devices;

/// <summary>What TorchSharp has no names for and our own binding has; the project file takes this one or TorchSharp/Accelerator.cs.</summary>
internal static class Accelerator
{
    public static DeviceFacts Look(Device device)
    {
        if (device.type != DeviceType.CUDA)
            return new DeviceFacts(device.type, "the processor") { CanNarrow = true };
        (long free, long total) = cuda.mem_get_info(device);
        return new DeviceFacts(device.type, cuda.get_device_name(device))
        {
            Capability = cuda.get_device_capability(device),
            // What libtorch keeps for tensors to come is free for this process.
            FreeBytes = free + cuda.memory_reserved(device) - cuda.memory_allocated(device),
            TotalBytes = total,
            CudnnVersion = backends.cudnn.version(),
            CanNarrow = true,
            HasGraphs = true,
        };
    }

    /// <summary>How float32 is computed from now on, in the whole process.</summary>
    public static void Tune(Device device, Precision precision)
    {
        if (device.type != DeviceType.CUDA)
            return;
        backends.cuda.matmul.allow_tf32 = false;
        backends.cudnn.allow_tf32 = precision.Tf32;
        // The same few shapes come in every step.
        backends.cudnn.benchmark = true;
    }

    public static IStepGraph? Graph(Device device) => device.type == DeviceType.CUDA ? new CudaStepGraph(device) : null;

    /// <summary>Begins a copy into memory of the host that the device writes to by itself; null where the tensor is in the host's memory.</summary>
    /// <returns>What waits for it, on any thread, and then gives the copy away.</returns>
    public static Func<Tensor>? Later(Tensor tensor)
    {
        if (tensor.device.type != DeviceType.CUDA)
            return null;
        Tensor pinned = empty(tensor.shape, tensor.dtype).pin_memory().DetachFromDisposeScope();
        pinned.copy_(tensor, true);
        cuda.Event copied = new();
        copied.record();
        return () =>
        {
            using (copied)
                copied.synchronize();
            return pinned;
        };
    }

    public static IDisposable Autocast(Device device, ScalarType format) => TorchRuntime.Autocast(device.type, format);

    public static Tensor ChannelsLast(Tensor picture /* [N, C, H, W] */) => picture.contiguous(memory_format.channels_last);

    public static void Store(Parameter weight, ScalarType format, bool channelsLast) =>
        TorchRuntime.Store(weight, format, channelsLast && weight.dim() == 4 ? memory_format.channels_last : memory_format.contiguous_format);
}
