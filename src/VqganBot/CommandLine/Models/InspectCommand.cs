using System.CommandLine;
using System.Globalization;
using VqganBot.CommandLine.Errors;
using VqganBot.Generation.Checkpoints;

namespace VqganBot.CommandLine.Models;

/// <summary><c>models inspect</c>: what a file of weights holds, without loading or running any of it.</summary>
internal static class InspectCommand
{
    private const int LongestMetadata = 120;

    public static Command Create(CommandContext context)
    {
        var file = new Argument<string>("FILE") { Description = "A .safetensors, .ckpt, .pt, .pth or .bin file, or a saved painting." };
        var command = new Command("inspect", "Say what a file of weights holds; nothing in it is run.") { file };
        command.SetAction(parsed => Run(parsed.GetValue(file)!, context.Out));
        return command;
    }

    private static int Run(string file, TextWriter output)
    {
        if (!File.Exists(file)) throw new UserErrorException($"There is no file '{file}' to inspect.");
        var report = CheckpointInspector.Inspect(file);
        output.WriteLine($"file      {file}");
        output.WriteLine($"format    {report.Format}, {Megabytes(report.FileLength)}");
        output.WriteLine($"tensors   {report.Tensors.Count}, {Numbers(report.ElementCount)} numbers, {string.Join(" + ", report.Tensors.Select(Type).Distinct().Order())}");
        output.WriteLine($"looks     like {Guess(report)}");
        foreach (var (key, value) in report.Metadata)
            output.WriteLine($"note      {Printable.Line(key)} = {Printable.Line(value, LongestMetadata)}");

        var width = Math.Min(80, report.Tensors.Select(tensor => tensor.Key.Length).DefaultIfEmpty(0).Max());
        foreach (var tensor in report.Tensors)
            output.WriteLine($"  {Printable.Line(tensor.Key).PadRight(width)}  {Type(tensor),-8} [{string.Join(", ", tensor.Shape)}]");
        return ExitCodes.Done;
    }

    private static string Guess(CheckpointReport report) =>
        report.Metadata.TryGetValue("format", out var format) && format.StartsWith("vqganbot-painting", StringComparison.Ordinal)
            ? "a saved painting of this program: go on with imagine --resume"
            : report.Description;

    private static string Type(TensorInfo tensor) => tensor.Type.ToString().ToLowerInvariant();

    private static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB");

    private static string Numbers(long count) => string.Create(CultureInfo.InvariantCulture, $"{count:N0}");
}
