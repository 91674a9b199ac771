using System.CommandLine;
using VqganBot.Generation.Clip;
using VqganBot.Training.Clip;
using VqganBot.Training.Data;
using VqganBot.Training.Evaluation;
using VqganBot.Training.Optimisation;
using VqganBot.Training.Packs;
using VqganBot.Training.Toybox;
using static TorchSharp.torch;

namespace VqganBot.Training.Commands;

internal static class TrainClipCommand
{
    public static Command Create()
    {
        var command = new Command("clip", "Trains CLIP.");
        var common = new CommonOptions(command, batch: 128, rate: 1.5e-3);
        var tokenizer = new Option<string>("--tokenizer") { Description = "Merges file.", Required = true };
        var width = new Option<int>("--width") { Description = "Channels of the image tower's first layer.", DefaultValueFactory = _ => PackNetworks.ClipWidth };
        var reconstructions = new Option<string?>("--reconstructions") { Description = "Set written by 'reconstruct'." };
        var share = new Option<double>("--reconstruction-share") { DefaultValueFactory = _ => 0.3 };
        var spoiled = new Option<string?>("--spoiled") { Description = "Set written by 'reconstruct --spoil'." };
        foreach (var option in (Option[])[tokenizer, width, reconstructions, share, spoiled])
            command.Options.Add(option);
        command.SetAction((result, cancellationToken) => Task.Run(() =>
        {
            var merges = result.GetValue(tokenizer)!;
            var words = ClipTokenizer.FromMerges(merges);
            var options = new ClipTrainingOptions
            {
                Common = common.Read(result),
                Network = PackNetworks.Clip(words.VocabSize, result.GetValue(width)),
                Tokenizer = merges,
                Reconstructions = result.GetValue(reconstructions),
                ReconstructionShare = result.GetValue(share),
                Spoiled = result.GetValue(spoiled),
            };
            using var set = RenderedSet.Open(options.Common.Set);
            using var trainer = new ClipTrainer(options, set);
            var parameters = trainer.Network.parameters().Sum(parameter => parameter.numel());
            Console.WriteLine($"clip: {parameters} parameters, from step {trainer.Step}");
            trainer.Run(
                new ProgressLog(Console.Out, TimeProvider.System),
                new ClipValidation(HeldOutPictures.Withheld(280, 7_000_000), words, device(options.Common.Device)),
                cancellationToken);
        }, CancellationToken.None));
        return command;
    }
}
