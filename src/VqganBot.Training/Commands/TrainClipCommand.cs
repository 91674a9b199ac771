using System.CommandLine;
using VqganBot.Generation.Clip;
using VqganBot.Training.Clip;
using VqganBot.Training.Clip.Lessons;
using VqganBot.Training.Commands.Options;
using VqganBot.Training.Data;
using VqganBot.Training.Data.Folder;
using VqganBot.Training.Evaluation;
using VqganBot.Training.Packs;
using static TorchSharp.torch;

namespace VqganBot.Training.Commands;

internal static class TrainClipCommand
{
    public static Command Create()
    {
        var command = new Command("clip", "Trains CLIP: from a rendered set, or from a folder of your own pictures with captions.");
        var data = new DataOptions(command);
        var common = new CommonOptions(command, batch: 128, rate: 1.5e-3, drawnOnly: false);
        var network = new ClipNetworkOptions(command);
        var report = new ReportOptions(command);
        var tokenizer = new Option<string>("--tokenizer") { Description = "Merges file of 'train tokenizer'.", Required = true };
        var reconstructions = new Option<string?>("--reconstructions") { Description = "Set written by 'reconstruct'." };
        var share = new Option<double>("--reconstruction-share") { DefaultValueFactory = _ => 0.3 };
        var spoiled = new Option<string?>("--spoiled") { Description = "Set written by 'reconstruct --spoil'." };
        foreach (var option in (Option[])[tokenizer, reconstructions, share, spoiled])
            command.Options.Add(option);
        command.SetAction((result, cancellationToken) => Task.Run(() =>
        {
            var training = common.Read(result);
            var side = data.Resolution(result) ?? PackNetworks.Vqgan.Resolution;
            var words = ClipTokenizer.FromMerges(result.GetValue(tokenizer)!);
            var options = new ClipTrainingOptions
            {
                Common = training,
                Network = network.Read(result, side, words.VocabSize),
                Tokenizer = result.GetValue(tokenizer)!,
                Reconstructions = result.GetValue(reconstructions),
                ReconstructionShare = result.GetValue(share),
                Spoiled = result.GetValue(spoiled),
            };
            using var pictures = data.Open(result, side, training.State, cancellationToken);
            var (lessons, validation) = Lessons(options, pictures, words);
            using var trainer = new ClipTrainer(options, lessons);
            Console.WriteLine($"clip: {trainer.Network.parameters().Sum(parameter => parameter.numel())} parameters, from step {trainer.Step}");
            trainer.Run(report.Log(result, "CLIP", trainer.Step), validation, cancellationToken);
        }, CancellationToken.None));
        return command;
    }

    private static (IClipLessons Lessons, IClipValidation? Validation) Lessons(ClipTrainingOptions options, TrainingData data, ClipTokenizer words)
    {
        var on = device(options.Common.Device);
        if (data.Set is { } set)
            return (new DrawnLessons(options, set), new ClipValidation(HeldOutPictures.Withheld(280, 7_000_000), words, on));
        var (all, heldBack) = (data.Folder!.Training, data.Folder.HeldBack.WithCaptions());
        var captioned = all.WithCaptions();
        Console.WriteLine($"{captioned.Count} of {all.Count} pictures have captions");
        if (captioned.Count == 0)
            throw new InvalidDataException("None of the pictures has a caption: CLIP learns from words, which stand in a .txt beside each picture, one caption a line, or are the name of its file.");
        return (new FolderLessons(options, captioned), heldBack.Count == 0 ? null : new CaptionValidation(heldBack, words, on));
    }
}
