using System.CommandLine;
using VqganBot.Generation.Packs;
using VqganBot.Training.Packs;

namespace VqganBot.Training.Commands;

internal static class PackCommand
{
    public static Command Create() => new("pack", "Model packs.") { Build(), Inspect() };

    private static Command Inspect()
    {
        var folder = new Argument<string>("folder") { Description = "Folder of the pack." };
        var command = new Command("inspect", "Tells what is in a pack, and whether its parts fit together.") { folder };
        command.SetAction(result => new PackInspection(result.GetValue(folder)!, Console.Out).Write() ? 0 : 1);
        return command;
    }

    private static Command Build()
    {
        var folder = new Option<string>("--out") { Description = "Folder of the pack.", Required = true };
        var vqgan = new Option<string>("--vqgan") { Description = "State of the VQGAN's training.", Required = true };
        var clip = new Option<string>("--clip") { Description = "State of CLIP's training.", Required = true };
        var tokenizer = new Option<string>("--tokenizer") { Description = "Merges file.", Required = true };
        var prior = new Option<string?>("--prior") { Description = "State of the prior's training; without it the pack cannot draft." };
        var name = new Option<string>("--name") { Description = "Name of the pack.", DefaultValueFactory = _ => "toybox" };
        var description = new Option<string?>("--description") { Description = "One or two sentences for people." };
        var license = new Option<string?>("--license") { Description = "Licence of the weights." };
        var notes = new Option<string?>("--notes") { Description = "What else a person should know: what falls short." };
        var size = new Option<int?>("--size") { Description = "Pixels of a side where a request names none; the resolution of training by default." };
        var steps = new Option<int>("--steps") { Description = "Steps of a painting where a request names none.", DefaultValueFactory = _ => 250 };
        var rate = new Option<double>("--learning-rate") { Description = "Learning rate of a painting where a request names none.", DefaultValueFactory = _ => 0.4 };
        var weight = new Option<double?>("--init-weight") { Description = "How strongly a painting stays near the draft it began with." };
        var guidance = new Option<double?>("--guidance") { Description = "Guidance of drafts." };
        var candidates = new Option<int?>("--draft-candidates") { Description = "How many drafts a painting chooses its start from." };
        var figures = new Option<string?>("--figures") { Description = "File with what 'evaluate' printed, for the card." };
        var command = new Command("build", "Writes a pack from the states of trainings.")
        {
            folder, vqgan, clip, tokenizer, prior, name, description, license, notes, size, steps, rate, weight, guidance, candidates, figures,
        };
        command.SetAction(result =>
        {
            var sources = new PackSources(result.GetValue(vqgan)!, result.GetValue(clip)!, result.GetValue(tokenizer)!) { Prior = result.GetValue(prior) };
            var texts = PackTexts.For(sources);
            var side = result.GetValue(size) ?? texts.Resolution;
            var manifest = new ModelPackManifest
            {
                Name = result.GetValue(name)!,
                Description = result.GetValue(description) ?? texts.Description,
                Vqgan = "vqgan.safetensors",
                VqganConfig = "vqgan.yaml",
                Clip = ["clip.safetensors"],
                Tokenizer = "merges.txt",
                Prior = sources.Prior is null ? null : "prior.safetensors",
                DefaultSize = [side, side],
                DefaultSteps = result.GetValue(steps),
                DefaultLearningRate = result.GetValue(rate),
                DefaultInitWeight = result.GetValue(weight),
                DefaultGuidance = result.GetValue(guidance),
                DefaultDraftCandidates = result.GetValue(candidates),
                License = result.GetValue(license) ?? texts.License,
                Notes = result.GetValue(notes) ?? texts.Notes,
            };
            var measured = result.GetValue(figures) is { } path ? File.ReadAllText(path).TrimEnd() : null;
            PackBuilder.Build(result.GetValue(folder)!, sources, manifest);
            PackCard.Write(result.GetValue(folder)!, manifest, sources, measured);
            return new PackInspection(result.GetValue(folder)!, Console.Out).Write() ? 0 : 1;
        });
        return command;
    }
}
