using System.Globalization;
using VqganBot.Imaging;
using VqganBot.Training.Reports;

namespace VqganBot.Training.Optimisation;

/// <summary>Averages figures between progress lines, counts pictures a second, and hands all figures to the report, if there is one.</summary>
internal sealed class ProgressLog(TextWriter output, TimeProvider time, TrainingReport? report = null)
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
        report?.Add(step, _figures.Select(figure => (figure.Key, figure.Value.Sum / figure.Value.Count)));
        _figures.Clear();
        _pictures = 0;
        _since = time.GetTimestamp();
    }

    /// <summary>What a validation found, with a sheet of pictures where there is one to be made.</summary>
    public void Validated(string title, long step, IFigures figures, Func<Rgb24Image>? sheet = null)
    {
        Line($"{title}  step {step}  {figures}");
        if (report is null)
            return;
        report.Add(step, figures.Named.Select(figure => ($"validation: {figure.Name}", figure.Value)));
        report.Write(sheet?.Invoke());
    }

    public void Line(string text)
    {
        output.WriteLine(text);
        output.Flush();
    }
}
