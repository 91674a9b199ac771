namespace VqganBot.Jobs;

/// <summary>The losses of a painting at evenly spaced steps, never more than <see cref="Most"/> of them however long it takes.</summary>
internal sealed class LossTrend
{
    public const int Most = 32;

    private readonly List<double> _losses = [];
    private int _every = 1;
    private int _seen;

    public void Add(double loss)
    {
        if (_seen++ % _every != 0) return;
        if (_losses.Count == Most)
        {
            for (var i = 1; i < Most / 2; i++) _losses[i] = _losses[2 * i];
            _losses.RemoveRange(Most / 2, Most / 2);
            _every *= 2;
        }

        _losses.Add(loss);
    }

    public IReadOnlyList<double> ToList() => [.. _losses];
}
