using System.Globalization;
using VqganBot.Generation.Verification;

namespace VqganBot.CommandLine.Models;

internal static class GoldenPrinter
{
    public static void Print(TextWriter output, GoldenReport report)
    {
        output.WriteLine($"{(report.Passed ? "passed" : "FAILED")}  {report.Folder}  {Path.GetFileName(report.Weights)}  ({report.Kind})");
        var width = report.Checks.Select(check => check.Array.Length).DefaultIfEmpty(0).Max();
        foreach (var check in report.Checks)
        {
            var note = check.Note is null ? "" : $"  {check.Note}";
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {(check.Passed ? "ok    " : "FAILED")}  {check.Array.PadRight(width)}  {check.Difference,8:0.0e+00}  (up to {check.Tolerance:0.0e+00}){note}"));
        }

        if (report.Checks.Count == 0) output.WriteLine("  FAILED  nothing in the folder could be compared");
        if (report.NotCompared.Count > 0) output.WriteLine($"  not compared: {string.Join(", ", report.NotCompared)}");
    }
}
