using System.CommandLine;
using System.Diagnostics;
using VqganBot.Imaging;
using VqganBot.Training.Data;
using VqganBot.Training.Toybox;

namespace VqganBot.Training.Commands;

internal static class RenderCommand
{
    public static Command Create()
    {
        var count = new Option<int>("--count") { Description = "How many pictures.", Required = true };
        var output = new Option<string>("--out") { Description = "The file to write.", Required = true };
        var seed = new Option<ulong>("--seed") { Description = "Seed of the first picture; the others count on.", DefaultValueFactory = _ => 1_000_000ul };
        var parts = new Option<bool>("--parts") { Description = "Parts of pictures drawn twice as large, for a VQGAN that shall also paint at 128 pixels." };
        var command = new Command("render", "Renders pictures of the drawn world into one raw file.") { count, output, seed, parts };
        command.SetAction((result, cancellationToken) => Task.Run(() =>
        {
            var start = Stopwatch.GetTimestamp();
            var many = result.GetValue(count);
            var first = result.GetValue(seed);
            Func<ToyPicture, Rgb24Image> render = result.GetValue(parts) ? ToyRenderer.RenderPart : ToyRenderer.Render;
            RenderedSetWriter.Write(result.GetValue(output)!, many, first, i => render(ToyWorld.Draw(first + (ulong)i)).Pixels, done =>
            {
                if (done % 5000 == 0 || done == many)
                    Console.WriteLine($"{done} of {many} pictures, {Stopwatch.GetElapsedTime(start).TotalMilliseconds / done:0.00} ms each");
            }, cancellationToken);
        }, CancellationToken.None));
        return command;
    }
}
