using System.Diagnostics;
using System.Globalization;
using VqganBot.CommandLine.Errors;

namespace VqganBot.CommandLine.Bench;

/// <summary>Starts this program once more and notes when each of its lines comes.</summary>
internal static class TimedStart
{
    /// <returns>The lines with the seconds from before the start to each, and the bytes that the process says it held at most.</returns>
    public static (IReadOnlyList<(string Line, double Seconds)> Lines, long? Memory) Run(IEnumerable<string> arguments, int threads, TimeProvider clock)
    {
        var (file, first) = OwnProgram.Find();
        var start = new ProcessStartInfo(file, [.. first, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        ThreadEnvironment.Set(start, threads);

        var begun = clock.GetTimestamp();
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var lines = new List<(string Line, double Seconds)>();
        while (process.StandardOutput.ReadLine() is { } line) lines.Add((line, clock.GetElapsedTime(begun).TotalSeconds));
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new UserErrorException($"The program that was started to be timed ended with exit code {process.ExitCode}. It said: {errors.GetAwaiter().GetResult().Trim()}");

        var told = lines.FirstOrDefault(line => line.Line.StartsWith(LoadMilestones.Memory + " ", StringComparison.Ordinal)).Line;
        long? memory = told is null ? null : long.Parse(told.AsSpan(LoadMilestones.Memory.Length), CultureInfo.InvariantCulture);
        return ([.. lines.Where(line => line.Line != told)], memory > 0 ? memory : null);
    }
}
