using TorchSharp;

namespace VqganBot.CommandLine.Bench;

/// <summary>What the machine reaches at best: the fastest of some large matrix products, in floating-point operations a second.</summary>
internal static class MatrixPeak
{
    private const int Rounds = 5;

    public static double Measure(BenchDevice device, torch.ScalarType type, TimeProvider clock)
    {
        using var scope = torch.NewDisposeScope();
        using var still = torch.no_grad();
        long side = device.IsGpu ? 8192 : 1536;
        var (a, b) = (torch.rand([side, side], torch.ScalarType.Float32, device.Device).to(type), torch.rand([side, side], torch.ScalarType.Float32, device.Device).to(type));
        // The first makes the library choose its kernel.
        a.matmul(b);
        return Enumerable.Range(0, Rounds).Max(_ => 2.0 * side * side * side / Time(a, b, device, clock));
    }

    private static double Time(torch.Tensor a, torch.Tensor b, BenchDevice device, TimeProvider clock)
    {
        device.Synchronise();
        var begun = clock.GetTimestamp();
        using var product = a.matmul(b);
        device.Synchronise();
        return clock.GetElapsedTime(begun).TotalSeconds;
    }
}
