using System.CommandLine;
using VqganBot.Training.Commands.Options;
using VqganBot.Training.Data;
using VqganBot.Training.Packs;
using VqganBot.Training.Vqgan;
using static TorchSharp.torch;

namespace VqganBot.Training.Commands;

internal static class TrainVqganCommand
{
    private const int ValidationPictures = 256;

    public static Command Create()
    {
        var command = new Command("vqgan", "Trains the autoencoder: from a rendered set, or from a folder of your own pictures.");
        var data = new DataOptions(command);
        var common = new CommonOptions(command, batch: 20, rate: 2e-3, drawnOnly: false);
        var network = new VqganNetworkOptions(command);
        var losses = new VqganLossOptions(command);
        var report = new ReportOptions(command);
        var validation = new Option<string?>("--validation") { Description = "Rendered set that training never sees; a folder holds some of its own back." };
        var from = new Option<string?>("--from") { Description = "State of another training, or a taming checkpoint, to take encoder and decoder from." };
        var parts = new Option<string?>("--parts") { Description = "Set of 'render --parts', mixed in so that larger canvases come out as well." };
        foreach (var option in (Option[])[validation, from, parts])
            command.Options.Add(option);
        command.SetAction((result, cancellationToken) => Task.Run(() =>
        {
            var training = common.Read(result);
            var side = data.Resolution(result) ?? PackNetworks.Vqgan.Resolution;
            using var pictures = data.Open(result, side, training.State, cancellationToken);
            using var unseen = result.GetValue(validation) is { } path ? RenderedSet.Open(path) : null;
            var options = losses.Read(result, new VqganTrainingOptions
            {
                Common = training,
                Network = network.Read(result, side),
                From = result.GetValue(from),
                Parts = result.GetValue(parts),
            });
            using var trainer = new VqganTrainer(options, pictures.Pictures);
            var parameters = trainer.Network.parameters().Sum(parameter => parameter.numel());
            Console.WriteLine($"vqgan: {parameters} parameters, {trainer.Network.Config.DownsampleFactor} pixels a code, from step {trainer.Step}");
            var heldBack = unseen ?? (IPictureSource?)pictures.Folder?.HeldBack;
            trainer.Run(
                report.Log(result, "VQGAN", trainer.Step),
                heldBack is null ? null : new VqganValidation(heldBack, ValidationPictures, device(training.Device)),
                cancellationToken);
        }, CancellationToken.None));
        return command;
    }
}
