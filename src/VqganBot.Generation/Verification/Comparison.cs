using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Verification;

/// <summary>The three measures of the golden data's description; both tensors are on the CPU and of one shape.</summary>
internal static class Comparison
{
    public static (double, string?) LargestRelative(Tensor actual, Tensor expected)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor a = actual.to(ScalarType.Float64), e = expected.to(ScalarType.Float64);
        double difference = (a - e).abs().max().item<double>(), largest = e.abs().max().item<double>();
        if (largest == 0)
            return (difference, "stored are zeros only, so the difference is absolute");
        return (difference / largest, null);
    }

    public static (double, string?) MeanAbsolute(Tensor actual, Tensor expected)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor a = actual.to(ScalarType.Float64), e = expected.to(ScalarType.Float64);
        return ((a - e).abs().mean().item<double>(), "mean absolute difference");
    }

    public static (double, string?) PortionUnequal(Tensor actual, Tensor expected)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        long count = expected.numel();
        long unequal = actual.to(ScalarType.Int64).ne(expected.to(ScalarType.Int64)).sum().item<long>();
        return ((double)unequal / Math.Max(1, count), unequal == 0 ? "all equal" : $"{unequal} of {count} unequal");
    }
}
