using System.Globalization;

namespace VqganBot.Training.Optimisation;

/// <summary>Averages figures between progress lines and counts pictures a second.</summary>
internal sealed class ProgressLog(TextWriter output, TimeProvider time)
{
    private readonly Dictionary<string, (double Sum, int Count)> _figures = [];
    private long _since = time.GetTimestamp();
    private long _pictures;

    public void Count(int pictures) => _pictures += pictures;

    public void Add(string name, double value)
    {
        var (sum, count) = _figures.GetValueOrDefault(name);
        _figures[name] = (sum + value, count + 1);
    }

    public void Write(string title, long step, double minutes)
    {
        var seconds = time.GetElapsedTime(_since).TotalSeconds;
        var figures = string.Join("  ", _figures.Select(figure =>
            string.Create(CultureInfo.InvariantCulture, $"{figure.Key} {figure.Value.Sum / figure.Value.Count:0.####}")));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{title}  step {step}  {minutes:0.0} min  {_pictures / Math.Max(seconds, 1e-3):0} pictures/s  {figures}"));
        output.Flush();
        _figures.Clear();
        _pictures = 0;
        _since = time.GetTimestamp();
    }

    public void Line(string text)
    {
        output.WriteLine(text);
        output.Flush();
    }
}
