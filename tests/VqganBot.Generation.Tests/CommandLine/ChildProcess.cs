using System.Diagnostics;
using VqganBot.CommandLine;

namespace VqganBot.Generation.Tests.CommandLine;

/// <summary>The program as a person starts it, in a folder of its own, with a tiny model that also stands in for the built-in one.</summary>
public sealed class ChildProcess : IDisposable
{
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(120);

    public ChildProcess()
    {
        Root = Directory.CreateTempSubdirectory("vqganbot-cli-").FullName;
        Work = Directory.CreateDirectory(Path.Combine(Root, "work")).FullName;
        Models = Path.Combine(Root, "models");
        TinyPack.Write(Path.Combine(Models, "tiny"));
        TinyPack.Write(Path.Combine(Models, "toybox"));
        TinyPack.Write(Path.Combine(Models, "drafter"), prior: true);
    }

    public string Work { get; }

    private string Root { get; }

    private string Models { get; }

    public string PathOf(string file) => Path.Combine(Work, file);

    public byte[] Bytes(string file) => File.ReadAllBytes(PathOf(file));

    /// <summary>Every file and folder in the working folder, hidden ones too.</summary>
    public string[] Files() => [.. Directory.EnumerateFileSystemEntries(Work).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    public void Clear()
    {
        Directory.Delete(Work, recursive: true);
        Directory.CreateDirectory(Work);
    }

    /// <summary>imagine with the tiny model.</summary>
    public CommandResult Imagine(params string[] args) => Run(["imagine", "--model", "tiny", .. args]);

    public CommandResult Run(params string[] args)
    {
        using var process = Start(args);
        return Finish(process);
    }

    public Process Start(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(CommandLineApp).Assembly.Location, .. args])
        {
            WorkingDirectory = Work,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["VQGANBOT_MODELS"] = Models;
        start.Environment["OMP_NUM_THREADS"] = "1";
        start.Environment["OPENBLAS_NUM_THREADS"] = "1";
        start.Environment["OMP_WAIT_POLICY"] = "passive";
        start.Environment.Remove("VQGANBOT_DEBUG");
        return Process.Start(start)!;
    }

    public static CommandResult Finish(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Timeout))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"The program did not end within {Timeout}. It had said: {error.Result}");
        }

        process.WaitForExit();
        return new CommandResult(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
