#if !TORCHSHARP
using System.Globalization;
#endif
using System.Runtime.InteropServices;
using TorchSharp;

namespace VqganBot.CommandLine.Doctor;

/// <summary>libtorch: whether it loads, is the right one, and where it will compute.</summary>
internal static class TensorCheck
{
    private const string Remedy = "apt install libtorch-dev libopenblas0-pthread (Debian, Ubuntu), or let LIBTORCH name the folder of a PyTorch distribution; then start ./run.sh again.";

    public static Finding Library()
    {
        try
        {
#if TORCHSHARP
            torch.InitializeDeviceType(DeviceType.CPU);
#else
            TorchRuntime.Check();
#endif
            return Finding.Good("libtorch", $"{torch.__version__}, {torch.get_num_threads()} threads");
        }
        catch (Exception exception) when (exception is ExternalException or DllNotFoundException or EntryPointNotFoundException or TypeInitializationException)
        {
            return Finding.Lack("libtorch", exception.GetBaseException().Message.ReplaceLineEndings(" "), Remedy);
        }
    }

    /// <summary>Only to be asked when the library is there.</summary>
    public static Finding Device()
    {
        if (!torch.cuda.is_available()) return Finding.Good("device", "the processor (this libtorch finds no GPU)");
#if TORCHSHARP
        return Finding.Good("device", $"CUDA, {torch.cuda.device_count()} GPUs");
#else
        var (name, free, total) = TorchRuntime.CudaDevice(0);
        return Finding.Good("device", string.Create(CultureInfo.InvariantCulture, $"{name}, {free / 1e9:0.0} GB free of {total / 1e9:0.0} GB"));
#endif
    }
}
