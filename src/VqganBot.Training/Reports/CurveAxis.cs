using System.Globalization;

namespace VqganBot.Training.Reports;

/// <summary>A range of numbers with ticks at round ones.</summary>
internal sealed record CurveAxis(double Low, double High, double Spacing)
{
    private const int MostTicks = 5;

    public static CurveAxis Over(IReadOnlyCollection<double> values)
    {
        var (least, most) = (values.Min(), values.Max());
        if (most - least < 1e-12 * Math.Max(1, Math.Abs(most)))
            (least, most) = (least - Math.Max(1e-6, Math.Abs(least) * 0.1), most + Math.Max(1e-6, Math.Abs(most) * 0.1));
        var power = Math.Pow(10, Math.Floor(Math.Log10((most - least) / MostTicks)));
        var spacing = new[] { 1.0, 2, 5, 10 }.Select(step => step * power).First(step => (most - least) / step <= MostTicks);
        return new CurveAxis(Math.Floor(least / spacing) * spacing, Math.Ceiling(most / spacing) * spacing, spacing);
    }

    public IEnumerable<double> Ticks => Enumerable.Range(0, (int)Math.Round((High - Low) / Spacing) + 1).Select(i => Low + (i * Spacing));

    /// <summary>0 at the low end, 1 at the high one.</summary>
    public double Place(double value) => (value - Low) / (High - Low);

    public string Label(double tick)
    {
        if (Math.Abs(tick) < Spacing / 2)
            return "0";
        // Thousands and millions of steps are read more easily than their zeros.
        return Math.Max(Math.Abs(Low), Math.Abs(High)) switch
        {
            >= 2e6 => (tick / 1e6).ToString("0.##", CultureInfo.InvariantCulture) + "M",
            >= 2e3 => (tick / 1e3).ToString("0.##", CultureInfo.InvariantCulture) + "k",
            < 0.01 => tick.ToString("0.#e0", CultureInfo.InvariantCulture),
            _ => tick.ToString("0.####", CultureInfo.InvariantCulture),
        };
    }
}
