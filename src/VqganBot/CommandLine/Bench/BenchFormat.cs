using System.Globalization;
using Spectre.Console;

namespace VqganBot.CommandLine.Bench;

/// <summary>Figures and tables as every bench prints them.</summary>
internal static class BenchFormat
{
    private const int WideEnough = 160;

    public static string Milliseconds(double seconds) => Number(seconds * 1000, "0.0");

    public static string Seconds(double seconds) => Number(seconds, seconds < 10 ? "0.00" : "0.0");

    public static string Ratio(double? ratio) => ratio is { } value && double.IsFinite(value) ? Number(value, "0.00") : "-";

    public static string Percent(double share) => Number(share * 100, "0.0") + " %";

    public static string Gigaflops(double operations) => Number(operations / 1e9, "N0");

    public static string Mebibytes(long? bytes) => bytes is { } value ? Number(value / 1048576.0, "N0") + " MiB" : "-";

    public static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>A table whose first column is words and whose others are figures.</summary>
    public static Table Table(string words, params IEnumerable<string> figures)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn(words);
        foreach (var figure in figures) table.AddColumn(new TableColumn(figure).RightAligned());
        return table;
    }

    public static void Write(TextWriter output, Table table)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        // A file has no width of its own: nothing need be broken there.
        if (!console.Profile.Out.IsTerminal) console.Profile.Width = WideEnough;
        console.Write(table);
    }
}
