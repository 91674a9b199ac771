using System.CommandLine;
using VqganBot.Training.Data;
using VqganBot.Training.Optimisation;
using VqganBot.Training.Packs;
using VqganBot.Training.Vqgan;
using static TorchSharp.torch;

namespace VqganBot.Training.Commands;

internal static class TrainVqganCommand
{
    public static Command Create()
    {
        var command = new Command("vqgan", "Trains the autoencoder.");
        var common = new CommonOptions(command, batch: 20, rate: 2e-3);
        var validation = new Option<string?>("--validation") { Description = "Rendered set that training never sees." };
        var blocks = new Option<int>("--res-blocks") { Description = "Residual blocks a level.", DefaultValueFactory = _ => PackNetworks.Vqgan.ResBlocks };
        var codebook = new Option<CodebookRule>("--codebook") { Description = "How the codes learn.", DefaultValueFactory = _ => CodebookRule.Average };
        var start = new Option<double>("--discriminator-start") { Description = "Share of the training after which the discriminator joins; 1 or more: never.", DefaultValueFactory = _ => 2 };
        var weight = new Option<double>("--discriminator-weight") { DefaultValueFactory = _ => 0.4 };
        var clip = new Option<string?>("--perceptual-clip") { Description = "CLIP weights for a perceptual term." };
        var perceptual = new Option<double>("--perceptual-weight") { DefaultValueFactory = _ => 0.1 };
        var codes = new Option<int>("--codes") { Description = "How many codes the codebook has.", DefaultValueFactory = _ => PackNetworks.Vqgan.NEmbed };
        var from = new Option<string?>("--from") { Description = "State of another training to take encoder and decoder from." };
        var parts = new Option<string?>("--parts") { Description = "Set of 'render --parts', mixed in so that larger canvases come out as well." };
        foreach (var option in (Option[])[validation, blocks, codebook, start, weight, clip, perceptual, codes, from, parts])
            command.Options.Add(option);
        command.SetAction((result, cancellationToken) => Task.Run(() =>
        {
            var options = new VqganTrainingOptions
            {
                Common = common.Read(result),
                Network = PackNetworks.Vqgan with { ResBlocks = result.GetValue(blocks), NEmbed = result.GetValue(codes) },
                Codebook = result.GetValue(codebook),
                DiscriminatorStart = result.GetValue(start),
                DiscriminatorWeight = result.GetValue(weight),
                PerceptualClip = result.GetValue(clip),
                PerceptualWeight = result.GetValue(perceptual),
                From = result.GetValue(from),
                Parts = result.GetValue(parts),
            };
            using var set = RenderedSet.Open(options.Common.Set);
            using var unseen = result.GetValue(validation) is { } path ? RenderedSet.Open(path) : null;
            using var trainer = new VqganTrainer(options, set);
            var parameters = trainer.Network.parameters().Sum(parameter => parameter.numel());
            Console.WriteLine($"vqgan: {parameters} parameters, from step {trainer.Step}");
            trainer.Run(
                new ProgressLog(Console.Out, TimeProvider.System),
                unseen is null ? null : new VqganValidation(unseen, 256, device(options.Common.Device)),
                cancellationToken);
        }, CancellationToken.None));
        return command;
    }
}
