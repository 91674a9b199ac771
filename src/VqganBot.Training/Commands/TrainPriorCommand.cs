using System.CommandLine;
using VqganBot.Training.Clip.Lessons;
using VqganBot.Training.Commands.Options;
using VqganBot.Training.Data;
using VqganBot.Training.Packs;
using VqganBot.Training.Prior;

namespace VqganBot.Training.Commands;

internal static class TrainPriorCommand
{
    public static Command Create()
    {
        var command = new Command("prior", "Trains the prior that drafts pictures from CLIP's embeddings (CLIP-GEN); needs no captions.");
        var data = new DataOptions(command);
        var common = new CommonOptions(command, batch: 64, rate: 1e-3, drawnOnly: false);
        var report = new ReportOptions(command);
        var vqgan = new Option<string>("--vqgan") { Description = "State of the VQGAN training.", Required = true };
        var clip = new Option<string>("--clip") { Description = "State of the CLIP training.", Required = true };
        var tokenizer = new Option<string?>("--tokenizer") { Description = "The CLIP's merges; only for --caption-share." };
        var validation = new Option<string?>("--validation") { Description = "Rendered set that training never sees; a folder holds some of its own back." };
        var layers = new Option<int>("--layers") { DefaultValueFactory = _ => 4 };
        var heads = new Option<int>("--heads") { DefaultValueFactory = _ => 6 };
        var width = new Option<int>("--width") { DefaultValueFactory = _ => 192 };
        var captions = new Option<double>("--caption-share") { Description = "Share of pictures conditioned on a caption's embedding instead of their own; 0 needs no captions." };
        var noise = new Option<double>("--condition-noise") { Description = "Length of the random vector added to conditions.", DefaultValueFactory = _ => 0.3 };
        var embedding = new Option<double>("--embedding-weight") { Description = "Weight of the embedding reconstruction loss; the paper has 0.2." };
        foreach (var option in (Option[])[vqgan, clip, tokenizer, validation, layers, heads, width, captions, noise, embedding])
            command.Options.Add(option);
        command.SetAction((result, cancellationToken) => Task.Run(() =>
        {
            var options = new PriorTrainingOptions
            {
                Common = common.Read(result),
                Vqgan = result.GetValue(vqgan)!,
                Clip = result.GetValue(clip)!,
                Tokenizer = result.GetValue(tokenizer),
                Layers = result.GetValue(layers),
                Heads = result.GetValue(heads),
                Width = result.GetValue(width),
                CaptionShare = result.GetValue(captions),
                ConditionNoise = result.GetValue(noise),
                EmbeddingWeight = result.GetValue(embedding),
            };
            using var pictures = data.Open(result, data.Resolution(result) ?? Resolution(options.Vqgan), options.Common.State, cancellationToken);
            using var trainer = new PriorTrainer(options, pictures.Pictures, Captions(pictures), Progress, cancellationToken);
            Console.WriteLine($"prior: {trainer.Trained.parameters().Sum(parameter => parameter.numel())} parameters, from step {trainer.Step}");
            using var unseen = result.GetValue(validation) is { } path ? RenderedSet.Open(path) : null;
            using var measured = (unseen ?? (IPictureSource?)pictures.Folder?.HeldBack) is { } heldBack ? trainer.Validation(heldBack, cancellationToken) : null;
            trainer.Run(report.Log(result, "prior", trainer.Step), measured, cancellationToken);
        }, CancellationToken.None));
        return command;
    }

    /// <summary>The one the VQGAN was trained at.</summary>
    private static int Resolution(string vqgan)
    {
        using var network = TrainedNetworks.Vqgan(vqgan);
        return network.Config.Resolution;
    }

    private static ICaptions Captions(TrainingData data) =>
        data.Set is { } set ? new DrawnCaptions(set) : new FolderCaptions(data.Folder!.Training);

    private static void Progress(int done)
    {
        if (done % 6400 == 0)
            Console.WriteLine($"{done} pictures turned into codes");
    }
}
