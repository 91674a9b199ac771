using System.CommandLine;
using VqganBot.Training.Commands.Options;
using VqganBot.Training.Optimisation;
using VqganBot.Training.Packs;
using static TorchSharp.torch;

namespace VqganBot.Training.Commands;

/// <summary>Everything from a folder of pictures to a pack that drafts and paints.</summary>
internal static class TrainPackCommand
{
    public static Command Create()
    {
        var pictures = new Option<string>("--pictures") { Description = "Folder of your own pictures (PNG, JPEG, WebP, GIF; folders in it too).", Required = true };
        var output = new Option<string>("--out") { Description = "Folder of the pack.", Required = true };
        var work = new Option<string?>("--work") { Description = "Folder of the states and reports, from which an interrupted training goes on; OUT.training by default." };
        var name = new Option<string?>("--name") { Description = "Name of the pack; the folder's by default." };
        var resolution = new Option<int>("--resolution") { Description = "Pixels of a side, a multiple of 32.", DefaultValueFactory = _ => PackNetworks.Vqgan.Resolution };
        var unmirrored = new Option<bool>("--no-mirror") { Description = "Never mirror pictures: for writing, and captions about left and right." };
        var minutes = new Option<double>("--minutes") { Description = "Minutes of all trainings together.", DefaultValueFactory = _ => 600 };
        var steps = new Option<long>("--steps") { Description = "Steps of each training, if they come to an end before the minutes.", DefaultValueFactory = _ => 1_000_000 };
        var clip = new Option<string?>("--clip") { Description = "Weights of a CLIP that is trained already, such as OpenAI's: pictures then need no captions. Without it one is trained from the captions (a .txt beside each picture, or the words of its name)." };
        var tokenizer = new Option<string?>("--tokenizer") { Description = "That CLIP's merges file." };
        var threads = new Option<int>("--threads") { Description = "Threads of one operator.", DefaultValueFactory = _ => Environment.ProcessorCount };
        var on = new Option<string>("--device") { Description = "cpu, cuda or cuda:N.", DefaultValueFactory = _ => "cpu" };
        var precision = new Option<TrainingPrecision>("--precision") { Description = "Of the forward pass: auto is bfloat16 on CUDA and float32 on the CPU; float16 is for GPUs before 2020.", DefaultValueFactory = _ => TrainingPrecision.Auto };
        var command = new Command("pack", "Trains a whole pack from a folder of your own pictures (CLIP-GEN): VQGAN, CLIP if none is given, prior.")
        {
            pictures, output, work, name, resolution, unmirrored, minutes, steps, clip, tokenizer, threads, on, precision,
        };
        var network = new VqganNetworkOptions(command);
        resolution.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 32 or > 2048 || result.GetValueOrDefault<int>() % 32 != 0)
                result.AddError("--resolution is a multiple of 32, from 32 to 2048.");
        });
        command.Validators.Add(result =>
        {
            if (result.GetValue(clip) is null != result.GetValue(tokenizer) is null)
                result.AddError("--clip and --tokenizer belong together: the weights of a CLIP, and the merges its words were learnt with.");
        });
        command.SetAction((result, cancellationToken) => Task.Run(() =>
        {
            set_num_threads(result.GetValue(threads));
            var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(result.GetValue(output)!));
            var options = new OwnPackOptions
            {
                Pictures = result.GetValue(pictures)!,
                Output = folder,
                Work = result.GetValue(work) ?? folder + ".training",
                Name = result.GetValue(name) ?? Path.GetFileName(folder),
                Vqgan = network.Read(result, result.GetValue(resolution)),
                Mirror = !result.GetValue(unmirrored),
                Minutes = result.GetValue(minutes),
                Steps = result.GetValue(steps),
                Clip = result.GetValue(clip) is { } weights ? (weights, result.GetValue(tokenizer)!) : null,
                Device = result.GetValue(on)!,
                Precision = result.GetValue(precision),
            };
            if (!new OwnPackTraining(options, Console.Out).Run(cancellationToken))
                Console.WriteLine("Stopped; the same command goes on from here.");
            else
                new PackInspection(folder, Console.Out).Write();
        }, CancellationToken.None));
        return command;
    }
}
