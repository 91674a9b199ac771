using System.CommandLine;
using VqganBot.Generation.Clip;
using VqganBot.Training.Toybox;
using VqganBot.Training.Toybox.Captions;

namespace VqganBot.Training.Commands;

internal static class TrainTokenizerCommand
{
    public static Command Create()
    {
        var output = new Option<string>("--out") { Description = "Merges file to write.", Required = true };
        var merges = new Option<int>("--merges") { Description = "How many merges at most.", DefaultValueFactory = _ => 700 };
        var captions = new Option<int>("--captions") { Description = "How many captions to learn from.", DefaultValueFactory = _ => 40_000 };
        var command = new Command("tokenizer", "Learns the byte pair merges of the captions.") { output, merges, captions };
        command.SetAction(result =>
        {
            var writer = new CaptionWriter(new ToyRandom(99));
            var texts = Enumerable.Range(0, result.GetValue(captions)).Select(i => writer.Write(ToyWorld.Draw((ulong)i)).Text);
            var learnt = BpeTrainer.Learn(texts, result.GetValue(merges));
            BpeTrainer.Write(result.GetValue(output)!, learnt);
            Console.WriteLine($"{learnt.Count} merges written to {result.GetValue(output)}");
        });
        return command;
    }
}
