using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>
/// Everything random about one painting. A number depends on the seed, its purpose and the step (and the cutout) only,
/// never on what was drawn before: so nothing but the seed has to be saved, and the size of a cut batch changes nothing.
/// </summary>
/// <remarks>
/// Drawn on the CPU, so that the same seed asks for the same views on every device. Only the noise of the pixels is drawn on
/// the device itself where that is no CPU: there are millions of numbers in a step, and another grain changes no composition.
/// </remarks>
internal sealed class PaintingRandom(ulong seed)
{
    /// <summary>Uniform numbers in [0, 1).</summary>
    public float[] Uniform(RandomPurpose purpose, long step, int count)
    {
        using Tensor numbers = Uniform(purpose, step, [count]);
        return numbers.data<float>().ToArray();
    }

    public Tensor Uniform(RandomPurpose purpose, long step, long[] shape)
    {
        using Generator generator = Fresh(purpose, step, 0);
        return rand(shape, float32, CPU, false, generator);
    }

    /// <param name="device">Another device draws other numbers. <value>The CPU by default.</value></param>
    public Tensor Normal(RandomPurpose purpose, long step, long index, long[] shape, Device? device = null)
    {
        using Generator generator = Fresh(purpose, step, index, device);
        return randn(shape, float32, device ?? CPU, false, generator);
    }

    /// <summary>Integers in [0, <paramref name="limit"/>).</summary>
    public Tensor Integers(RandomPurpose purpose, long step, long limit, long[] shape)
    {
        using Generator generator = Fresh(purpose, step, 0);
        return randint(0, limit, shape, int64, CPU, false, generator);
    }

    /// <summary>The random numbers of a part that must not share those of the steps.</summary>
    public PaintingRandom For(RandomPurpose purpose) => new(Mix(seed, (ulong)purpose));

    /// <summary>The same for one of several; number 0 is this one itself.</summary>
    public PaintingRandom For(RandomPurpose purpose, int number) => number == 0 ? this : new(Mix(Mix(seed, (ulong)purpose), (ulong)number));

    private Generator Fresh(RandomPurpose purpose, long step, long index, Device? device = null) =>
        new(Mix(Mix(Mix(seed, (ulong)purpose), (ulong)step), (ulong)index), device ?? CPU);

    // SplitMix64's finalizer (Steele, Lea, Flood 2014), which turns neighbours into strangers.
    private static ulong Mix(ulong state, ulong word)
    {
        ulong z = unchecked(state + (0x9E3779B97F4A7C15UL * (word + 1)));
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EBUL);
        return z ^ (z >> 31);
    }
}
