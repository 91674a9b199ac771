using System.Globalization;
using TorchSharp;
using VqganBot.Generation.Devices;

namespace VqganBot.CommandLine.Doctor;

/// <summary>Where painting computes, in what, and which of the ways to be fast are open there.</summary>
internal static class DeviceCheck
{
    private const string Remedy = "The driver's tools may say why: nvidia-smi. Painting goes on on the processor.";

    /// <summary>Only to be asked when libtorch is there.</summary>
    public static IEnumerable<Finding> All()
    {
        if (!torch.cuda.is_available()) return Of(DeviceFacts.Of(torch.CPU));
        try
        {
            return Of(DeviceFacts.Of(torch.CUDA));
        }
        catch (System.Runtime.InteropServices.ExternalException exception)
        {
            return [Finding.Lack("device", $"there is a GPU, and it does not answer: {exception.Message}", Remedy)];
        }
    }

    internal static IEnumerable<Finding> Of(DeviceFacts facts)
    {
        yield return Finding.Good("device", facts.Kind == DeviceType.CPU ? "the processor (this libtorch finds no GPU)" : Name(facts));
        yield return Finding.Good("numbers", Numbers(facts));
        if (CanvasCheck.Of(facts) is { } canvas) yield return canvas;
        if (facts.Kind == DeviceType.CPU)
        {
            yield return Finding.Good("gpu ways", "off, they need CUDA: TF32, cuDNN, channels last, graphs, pinned memory");
            yield break;
        }

        yield return facts.CudnnVersion > 0
            ? Finding.Good("cudnn", $"{Version(facts.CudnnVersion)}; it tries its algorithms at the first step of each size and keeps the fastest")
            : Finding.Note("cudnn", "missing", "Convolutions take a slower way; a PyTorch distribution for CUDA brings cuDNN along.");
        yield return Finding.Good("graphs", facts.HasGraphs
            ? "on: a step is written down once for each size and then started as one; stories that blend, tiles, spots and the method 'original' go one operation after the other"
            : "off: this binding has no CUDA graphs, so operations are started one after the other");
    }

    private static string Name(DeviceFacts facts)
    {
        var capability = facts.Capability.Major > 0 ? $", compute capability {facts.Capability.Major}.{facts.Capability.Minor}" : "";
        var memory = facts is { FreeBytes: { } free, TotalBytes: { } total }
            ? string.Create(CultureInfo.InvariantCulture, $", {free / 1e9:0.0} GB free of {total / 1e9:0.0} GB")
            : "";
        return $"{facts.Name}{capability}{memory}";
    }

    private static string Numbers(DeviceFacts facts)
    {
        var precision = Precision.For(PrecisionChoice.Auto, facts);
        var networks = precision.Narrow switch
        {
            torch.ScalarType.BFloat16 => "bfloat16 in the networks, float32 in norms, softmax, losses and the optimiser",
            torch.ScalarType.Float16 => "float16 in the networks with scaled losses, float32 in norms, softmax, losses and the optimiser (bfloat16 needs compute capability 8.0)",
            _ when facts.Kind == DeviceType.CPU => "float32; bfloat16 can be asked for (--precision), and is slow on a processor without instructions for it",
            _ when !facts.CanNarrow => "float32: the TorchSharp package has no name for autocast",
            _ => "float32: GPUs before compute capability 7.0 are slow at float16",
        };
        if (facts.Kind == DeviceType.CPU) return networks;
        var tf32 = precision.Tf32 ? "TF32 in convolutions that stay in float32" : "no TF32 (it needs compute capability 8.0)";
        return $"{networks}; {tf32}; channels last {(precision.ChannelsLast ? "on" : "off")}";
    }

    // 91002 is 9.10.2, and before 9.0 it was 8902 for 8.9.2.
    private static string Version(long number) => number >= 90000
        ? $"{number / 10000}.{number / 100 % 100}.{number % 100}"
        : $"{number / 1000}.{number / 100 % 10}.{number % 100}";
}
