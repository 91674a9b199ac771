using System.CommandLine;
using VqganBot.Generation.Clip;
using VqganBot.Training.Data.Folder;
using VqganBot.Training.Toybox;
using VqganBot.Training.Toybox.Captions;

namespace VqganBot.Training.Commands;

internal static class TrainTokenizerCommand
{
    public static Command Create()
    {
        var output = new Option<string>("--out") { Description = "Merges file to write.", Required = true };
        var pictures = new Option<string?>("--pictures") { Description = "Folder whose captions to learn from; without it those of the drawn world." };
        var merges = new Option<int>("--merges") { Description = "How many merges at most.", DefaultValueFactory = _ => 700 };
        var captions = new Option<int>("--captions") { Description = "How many captions of the drawn world to learn from.", DefaultValueFactory = _ => 40_000 };
        var command = new Command("tokenizer", "Learns the byte pair merges of the captions.") { output, pictures, merges, captions };
        command.SetAction(result =>
        {
            var texts = result.GetValue(pictures) is { } folder ? OfFolder(folder) : OfDrawnWorld(result.GetValue(captions));
            var learnt = BpeTrainer.Learn(texts, result.GetValue(merges));
            BpeTrainer.Write(result.GetValue(output)!, learnt);
            Console.WriteLine($"{learnt.Count} merges written to {result.GetValue(output)}");
        });
        return command;
    }

    private static IEnumerable<string> OfDrawnWorld(int count)
    {
        var writer = new CaptionWriter(new ToyRandom(99));
        return Enumerable.Range(0, count).Select(i => writer.Write(ToyWorld.Draw((ulong)i)).Text);
    }

    private static string[] OfFolder(string folder)
    {
        var listing = FolderListing.Of(folder);
        var texts = listing.Names.SelectMany(name => PictureCaptions.Of(listing, name)).ToArray();
        Console.WriteLine($"{texts.Length} captions of {listing.Names.Count} pictures");
        return texts.Length > 0
            ? texts
            : throw new InvalidDataException($"No picture in '{folder}' has a caption: a .txt beside it with one caption a line, or words for a name.");
    }
}
