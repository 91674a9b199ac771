using TorchSharp;

namespace VqganBot.Generation.Devices;

/// <summary>What a device says of itself.</summary>
/// <param name="Name">As its maker calls it.</param>
public sealed record DeviceFacts(DeviceType Kind, string Name)
{
    /// <value>NVIDIA's number for what a GPU can do, (9, 0) for an H100; (0, 0) where it is not known.</value>
    public (int Major, int Minor) Capability { get; init; }

    /// <value>Bytes of its memory that no program holds; for a CPU null, for there every program lends and borrows.</value>
    public long? FreeBytes { get; init; }

    public long? TotalBytes { get; init; }

    /// <value>91002 for cuDNN 9.10.2; 0 without cuDNN.</value>
    public long CudnnVersion { get; init; }

    /// <value>Whether libtorch can be told to compute in a narrower format (the TorchSharp package has no way to say so).</value>
    public bool CanNarrow { get; init; }

    /// <value>Whether work on it can be written down and started as one.</value>
    public bool HasGraphs { get; init; }

    public bool HasBFloat16 => Kind == DeviceType.CPU || Capability.Major >= 8;

    // Before 7.0 (2017) there are no tensor cores, and most of those GPUs compute float16 slower than float32.
    public bool HasFloat16 => Kind == DeviceType.CUDA && Capability.Major >= 7;

    public bool HasTf32 => Kind == DeviceType.CUDA && Capability.Major >= 8;

    public static DeviceFacts Of(torch.Device device)
    {
        ArgumentNullException.ThrowIfNull(device);
        return Accelerator.Look(device);
    }
}
