using System.CommandLine;
using System.Diagnostics;
using VqganBot.Training.Data;

namespace VqganBot.Training.Commands;

internal static class RenderCommand
{
    public static Command Create()
    {
        var count = new Option<int>("--count") { Description = "How many pictures.", Required = true };
        var output = new Option<string>("--out") { Description = "The file to write.", Required = true };
        var seed = new Option<ulong>("--seed") { Description = "Seed of the first picture; the others count on.", DefaultValueFactory = _ => 1_000_000ul };
        var command = new Command("render", "Renders pictures of the drawn world into one raw file.") { count, output, seed };
        command.SetAction((result, cancellationToken) => Task.Run(() =>
        {
            var start = Stopwatch.GetTimestamp();
            var many = result.GetValue(count);
            RenderedSetWriter.Write(result.GetValue(output)!, many, result.GetValue(seed), done =>
            {
                if (done % 5000 == 0 || done == many)
                    Console.WriteLine($"{done} of {many} pictures, {Stopwatch.GetElapsedTime(start).TotalMilliseconds / done:0.00} ms each");
            }, cancellationToken);
        }, CancellationToken.None));
        return command;
    }
}
