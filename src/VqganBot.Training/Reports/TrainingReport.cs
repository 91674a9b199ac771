using System.Globalization;
using VqganBot.Imaging;

namespace VqganBot.Training.Reports;

/// <summary>
/// A folder that shows how a training goes: figures.csv with every figure logged, curves.png which draws them, and
/// sheet.png with pictures as the last validation saw them. An interrupted training goes on with the figures it had.
/// </summary>
internal sealed class TrainingReport
{
    private const string Header = "step,figure,value";

    private readonly string _folder;
    private readonly string _title;
    private readonly Dictionary<string, List<(long Step, double Value)>> _curves = [];

    /// <param name="folder">Made if it is not there.</param>
    /// <param name="title">Stands above the curves.</param>
    /// <param name="step">The step the training goes on from: what figures.csv knows of later ones was never saved, and comes again.</param>
    public TrainingReport(string folder, string title, long step)
    {
        (_folder, _title) = (folder, title);
        Directory.CreateDirectory(folder);
        if (!File.Exists(In("figures.csv")))
            return;
        foreach (var line in File.ReadLines(In("figures.csv")).Skip(1))
        {
            var parts = line.Split(',');
            if (parts.Length == 3
                && long.TryParse(parts[0], CultureInfo.InvariantCulture, out var at) && at <= step
                && double.TryParse(parts[2], CultureInfo.InvariantCulture, out var value))
                Curve(parts[1]).Add((at, value));
        }
    }

    public void Add(long step, IEnumerable<(string Name, double Value)> figures)
    {
        foreach (var (name, value) in figures)
            Curve(name).Add((step, value));
    }

    /// <summary>Writes figures and curves, and the sheet if there is a new one.</summary>
    public void Write(Rgb24Image? sheet)
    {
        var lines = _curves
            .SelectMany(curve => curve.Value.Select(point => (point.Step, Name: curve.Key, point.Value)))
            .OrderBy(point => point.Step)
            .Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.Step},{point.Name},{point.Value:R}"));
        Replace("figures.csv", path => File.WriteAllLines(path, lines.Prepend(Header)));
        var curves = new CurveSheet(_title, [.. _curves.Select(curve => new Curve(curve.Key, curve.Value))]);
        Replace("curves.png", path => File.WriteAllBytes(path, ImageCodec.EncodePng(curves.Draw())));
        if (sheet is not null)
            Replace("sheet.png", path => File.WriteAllBytes(path, ImageCodec.EncodePng(sheet)));
    }

    private List<(long Step, double Value)> Curve(string name) =>
        _curves.TryGetValue(name, out var curve) ? curve : _curves[name] = [];

    private void Replace(string name, Action<string> write)
    {
        write(In(name + ".part"));
        File.Move(In(name + ".part"), In(name), overwrite: true);
    }

    private string In(string name) => Path.Combine(_folder, name);
}
