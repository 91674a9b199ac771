using System.Runtime.InteropServices;
using TorchSharp;

namespace VqganBot.CommandLine.Doctor;

/// <summary>libtorch: whether it loads, and is the right one.</summary>
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
}
