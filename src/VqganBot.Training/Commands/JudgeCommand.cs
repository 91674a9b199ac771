using System.CommandLine;
using VqganBot.Training.Data;
using VqganBot.Training.Evaluation;
using VqganBot.Training.Judge;
using static TorchSharp.torch;

namespace VqganBot.Training.Commands;

/// <summary>What the judge reads rightly in pictures whose truth is known.</summary>
internal static class JudgeCommand
{
    public static Command Create()
    {
        var judge = new Option<string>("--judge") { Description = "Weights of the judge, or the state of its training.", DefaultValueFactory = _ => ProgramHome.Find("models/judge/judge.safetensors") };
        var set = new Option<string?>("--set") { Description = "Rendered set, or what 'reconstruct --out' made of one." };
        var count = new Option<int>("--count") { Description = "How many pictures of it, and of new and held-out renders.", DefaultValueFactory = _ => 1000 };
        var threads = new Option<int>("--threads") { Description = "Threads of one operator.", DefaultValueFactory = _ => 1 };
        var command = new Command("judge", "Lets the judge read a set, or without one new and held-out renders.") { judge, set, count, threads };
        command.SetAction(result =>
        {
            set_num_threads(result.GetValue(threads));
            var many = result.GetValue(count);
            using var network = JudgeFile.Load(result.GetValue(judge)!);
            var reader = new JudgeReader(network, CPU);
            if (result.GetValue(set) is { } path)
            {
                using var source = RenderedSet.Open(path);
                Console.WriteLine($"{Math.Min(many, source.Count)} of {path}: {JudgeTrial.Of(source, many).Measure(reader)}");
                return;
            }

            Console.WriteLine($"{many} new renders: {JudgeTrial.Rendered(HeldOutPictures.Known(many, 11_000_000)).Measure(reader)}");
            Console.WriteLine($"{many} held-out renders: {JudgeTrial.Rendered(HeldOutPictures.Withheld(many, 12_000_000)).Measure(reader)}");
        });
        return command;
    }
}
