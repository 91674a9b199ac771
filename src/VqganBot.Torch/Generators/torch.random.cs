using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Seeds the default streams of all devices.</summary>
    public static Generator manual_seed(long seed)
    {
        Native.Check(Native.shim_manual_seed(unchecked((ulong)seed)));
        return Generator.Default;
    }

    public static class random
    {
        public static Generator manual_seed(long seed) => torch.manual_seed(seed);

        public static long initial_seed()
        {
            using var generator = Generator.Default;
            return generator.initial_seed();
        }
    }
}
