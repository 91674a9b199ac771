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
        using var checkpoint = Checkpoint.Open(file);
        var tensors = checkpoint.Tensors.Values;
        output.WriteLine($"file      {file}");
        output.WriteLine($"format    {checkpoint.Format}, {Megabytes(checkpoint.FileLength)}");
        output.WriteLine($"tensors   {tensors.Count()}, {Numbers(tensors.Sum(Count))} numbers, {string.Join(" + ", tensors.Select(tensor => Type(tensor)).Distinct().Order())}");
        output.WriteLine($"looks     like {WeightsKind.Guess(checkpoint)}");
        foreach (var (key, value) in checkpoint.Metadata)
            output.WriteLine($"note      {Printable.Line(key)} = {Printable.Line(value, LongestMetadata)}");

        var width = Math.Min(80, tensors.Select(tensor => tensor.Key.Length).DefaultIfEmpty(0).Max());
        foreach (var tensor in tensors)
            output.WriteLine($"  {Printable.Line(tensor.Key).PadRight(width)}  {Type(tensor),-8} [{string.Join(", ", tensor.Shape)}]");
        return ExitCodes.Done;
    }

    private static long Count(TensorInfo tensor) => tensor.Shape.Aggregate(1L, (product, side) => product * side);

    private static string Type(TensorInfo tensor) => tensor.Type.ToString().ToLowerInvariant();

    private static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB");

    private static string Numbers(long count) => string.Create(CultureInfo.InvariantCulture, $"{count:N0}");
}
