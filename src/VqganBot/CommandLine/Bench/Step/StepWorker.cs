using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using VqganBot.CommandLine.Errors;
using VqganBot.CommandLine.Options;

namespace VqganBot.CommandLine.Bench;

/// <summary>
/// A process that has the networks loaded and does a step whenever it reads a line; it answers each with a line of
/// <see cref="StepTimes"/>. Ours and Python's speak the same, so neither is favoured, and both begin with the thread
/// environment that must stand before libtorch is loaded.
/// </summary>
internal sealed class StepWorker : IDisposable
{
    /// <summary>A step of which every part is timed.</summary>
    public const string InParts = "parts";

    /// <summary>A step that nothing disturbs.</summary>
    public const string AsAWhole = "whole";

    private readonly Process _process;
    private readonly string _name;
    private readonly Task<string> _errors;

    private StepWorker(string name, Process process)
    {
        _name = name;
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
        Hello = JsonSerializer.Deserialize(ReadLine(), BenchJson.Default.WorkerHello)!;
    }

    public WorkerHello Hello { get; }

    public static StepWorker Ours(StepOptions options)
    {
        var (file, first) = OwnProgram.Find();
        return Start("this program", file, [.. first, "bench", "worker", .. Arguments(options), .. options.Precision is { } precision ? ["--precision", ChoiceOption.Word(precision)] : Array.Empty<string>()], options.Threads);
    }

    public static StepWorker Peer(StepOptions options) =>
        Start("the Python peer", options.Peer!, ["-c", PeerScript.Text, .. Arguments(options), .. PeerScript.Dimensions(options.Shapes)], options.Threads);

    /// <param name="how"><see cref="InParts"/> or <see cref="AsAWhole"/>.</param>
    public StepTimes Step(string how)
    {
        _process.StandardInput.WriteLine(how);
        _process.StandardInput.Flush();
        return JsonSerializer.Deserialize(ReadLine(), BenchJson.Default.StepTimes)!;
    }

    public void Dispose()
    {
        // The end of its input is the worker's signal to leave.
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(5))) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private static string[] Arguments(StepOptions options) =>
    [
        "--shapes", options.Shapes.Name, "--preset", options.Preset.Name, "--size", options.Size.ToString(),
        "--cutouts", Number(options.Cutouts), "--threads", Number(options.Threads), .. options.Device is { } device ? ["--device", device] : Array.Empty<string>(),
    ];

    private static StepWorker Start(string name, string file, IEnumerable<string> arguments, int threads)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        ThreadEnvironment.Set(start, threads);
        try
        {
            return new StepWorker(name, Process.Start(start)!);
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            throw new UserErrorException($"'{file}' could not be started: {exception.Message}.");
        }
    }

    private string ReadLine()
    {
        if (_process.StandardOutput.ReadLine() is { } line) return line;
        _process.WaitForExit();
        var reason = _errors.GetAwaiter().GetResult().Trim();
        throw new UserErrorException($"{_name} ended before it answered (exit code {_process.ExitCode}). It said: {reason}");
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
