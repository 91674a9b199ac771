namespace VqganBot.Jobs;

/// <summary>
/// How many pictures of one shape are worth stepping at once. Twice as many are tried as long as that brings enough; what was
/// found once stands, so that it never swings between two.
/// </summary>
internal sealed class BatchSize
{
    /// <summary>What twice as many pictures at once have to bring in pictures per second. Each of them takes longer, so it must be worth it.</summary>
    public const double WorthIt = 1.15;

    // The median of so many rounds: a preview or a saved state in one of them counts for nothing.
    private const int Rounds = 15;

    // After each change the device looks for its fastest kernels and grows its memory.
    private const int WarmUp = 3;

    private readonly List<double> _seen = [];
    private int _ceiling;
    private int _warmth;
    private double _before;
    private bool _isFound;

    /// <param name="ceiling">More are not tried.</param>
    public BatchSize(int ceiling) => _ceiling = ceiling;

    private BatchSize(int most, bool isFound) => (Most, _ceiling, _isFound) = (most, most, isFound);

    public int Most { get; private set; } = 1;

    /// <summary>As many as the operator says, unless memory says no.</summary>
    public static BatchSize Fixed(int most) => new(most, isFound: true);

    /// <summary>So many were stepped at once in this time.</summary>
    public void Observe(int pictures, TimeSpan time)
    {
        if (_isFound || pictures != Most || time <= TimeSpan.Zero || ++_warmth <= WarmUp) return;
        _seen.Add(pictures / time.TotalSeconds);
        if (_seen.Count < Rounds) return;
        var speed = _seen.Order().ElementAt(Rounds / 2);
        if (speed < WorthIt * _before) Find(Most / 2);
        else if (Most * 2 > _ceiling) Find(Most);
        else (_before, Most) = (speed, Most * 2);
        _seen.Clear();
        _warmth = 0;
    }

    /// <summary>So many at once needed more memory than there is.</summary>
    public void RunOut(int pictures)
    {
        if (pictures > 1) Find(Math.Min(Most, pictures / 2));
    }

    private void Find(int most) => (Most, _ceiling, _isFound) = (most, most, true);
}
