namespace VqganBot.Training.Toybox;

/// <summary>SplitMix64 (Steele, Lea, Flood 2014): the same numbers on every machine and runtime, for ever.</summary>
internal sealed class ToyRandom(ulong seed)
{
    private ulong _state = seed;

    public ulong NextBits()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    public double Unit() => (NextBits() >> 11) * (1.0 / (1ul << 53));

    public double Between(double low, double high) => low + ((high - low) * Unit());

    public int Below(int limit) => (int)(Unit() * limit);

    public bool Chance(double probability) => Unit() < probability;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    public T Pick<T>(params ReadOnlySpan<T> choices) => choices[Below(choices.Length)];

    /// <summary>A stream of its own for a named purpose, so that one purpose drawing more does not move another.</summary>
    public static ToyRandom For(ulong seed, ulong purpose) =>
        new(new ToyRandom(seed ^ (purpose * 0xD1342543DE82EF95)).NextBits());
}
