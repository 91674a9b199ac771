using TorchSharp;
using VqganBot.CommandLine.Errors;

namespace VqganBot.CommandLine.Bench;

/// <summary>Where a bench computes. A GPU runs behind: whoever reads the clock waits for it first.</summary>
internal static class BenchDevice
{
    /// <param name="name">"cpu" or "cuda"; null takes the GPU where there is one.</param>
    public static torch.Device Find(string? name) => name switch
    {
        "cuda" when !torch.cuda.is_available() => throw new UserErrorException(
            "--device cuda was asked for, but libtorch sees no CUDA device here. Leave it out, or give --device cpu."),
        "cpu" => torch.CPU,
        _ => torch.cuda.is_available() ? torch.CUDA : torch.CPU,
    };

    public static void Synchronise(torch.Device device)
    {
        if (device.type == DeviceType.CUDA) torch.cuda.synchronize();
    }
}
