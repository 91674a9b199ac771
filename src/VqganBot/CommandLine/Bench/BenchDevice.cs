using TorchSharp;
using VqganBot.CommandLine.Errors;
using VqganBot.Generation.Devices;

namespace VqganBot.CommandLine.Bench;

/// <summary>Where a bench computes, and in which numbers. A GPU runs behind: whoever reads the clock waits for it first.</summary>
internal sealed record BenchDevice(torch.Device Device, PrecisionChoice Precision)
{
    public string Name => Device.ToString();

    public bool IsGpu => Device.type == DeviceType.CUDA;

    /// <param name="name">"cpu" or "cuda"; null takes the GPU where there is one.</param>
    public static BenchDevice Find(string? name, PrecisionChoice? precision)
    {
        var hasGpu = torch.cuda.is_available();
        if (name == "cuda" && !hasGpu)
            throw new UserErrorException("--device cuda was asked for, but libtorch sees no CUDA device here. Leave it out, or give --device cpu.");
        return new BenchDevice(hasGpu && name != "cpu" ? torch.CUDA : torch.CPU, precision ?? PrecisionChoice.Auto);
    }

    public void Synchronise()
    {
        if (IsGpu) torch.cuda.synchronize();
    }

    /// <summary>The most bytes that were held at one time: on a GPU in tensors, else by the process.</summary>
    /// <returns>Null where nobody tells.</returns>
    public long? PeakMemory() => IsGpu ? GpuPeak() : ResidentPeak.Read();

    /// <summary>The name of the number format that the networks compute in.</summary>
    public static string NameOf(Precision precision) => (precision.Narrow ?? torch.ScalarType.Float32).ToString().ToLowerInvariant();

#if TORCHSHARP
    // The package does not tell.
    private static long? GpuPeak() => null;
#else
    private static long? GpuPeak() => torch.cuda.max_memory_allocated();
#endif
}
