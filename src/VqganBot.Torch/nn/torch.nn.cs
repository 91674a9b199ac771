using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Networks: modules, the functions behind them, their first values.</summary>
    public static partial class nn
    {
        /// <summary>How a loss of many elements becomes one number.</summary>
        public enum Reduction
        {
            None = 0,
            Mean = 1,
            Sum = 2,
        }

        public static Parameter Parameter(Tensor data, bool requires_grad = true) => new(data, requires_grad);

        internal static long[] Pair(long both) => [both, both];

        internal static long[]? Pair(long? both) => both is { } it ? [it, it] : null;

        internal static long[] Pair((long, long) pair) => [pair.Item1, pair.Item2];

        internal static long[]? Pair((long, long)? pair) => pair is { } it ? [it.Item1, it.Item2] : null;
    }
}
