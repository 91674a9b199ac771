using System.CommandLine;
using VqganBot.Generation.Packs;
using VqganBot.Training.Packs;

namespace VqganBot.Training.Commands;

internal static class PackCommand
{
    public static Command Create()
    {
        var folder = new Option<string>("--out") { Description = "Folder of the pack.", Required = true };
        var vqgan = new Option<string>("--vqgan") { Description = "Training checkpoint of the VQGAN.", Required = true };
        var clip = new Option<string>("--clip") { Description = "Training checkpoint of CLIP.", Required = true };
        var tokenizer = new Option<string>("--tokenizer") { Description = "Merges file.", Required = true };
        var name = new Option<string>("--name") { Description = "Name of the pack.", DefaultValueFactory = _ => "toybox" };
        var figures = new Option<string?>("--figures") { Description = "File with what 'evaluate' printed, for the card." };
        var build = new Command("build", "Writes a pack from training checkpoints.") { folder, vqgan, clip, tokenizer, name, figures };
        build.SetAction(result =>
        {
            var manifest = new ModelPackManifest
            {
                Name = result.GetValue(name)!,
                Description = "A small drawn world: 28 objects, 10 colours, 12 scenes, 5 styles, at 64×64 pixels.",
                Vqgan = "vqgan.safetensors",
                VqganConfig = "vqgan.yaml",
                Clip = ["clip.safetensors"],
                Tokenizer = "merges.txt",
                DefaultSize = [64, 64],
                DefaultSteps = 250,
                DefaultLearningRate = 0.4,
                License = "Same terms as VqganBot itself; trained only on drawings made by its own code.",
                Notes = "Paintings carry the colours and mostly the scene of a prompt; the shape of the object seldom reads yet (painted.webp shows it).",
            };
            PackBuilder.Build(result.GetValue(folder)!, result.GetValue(vqgan)!, result.GetValue(clip)!, result.GetValue(tokenizer)!, manifest);
            var measured = result.GetValue(figures) is { } path ? File.ReadAllText(path).TrimEnd() : null;
            PackCard.Write(result.GetValue(folder)!, manifest, result.GetValue(vqgan)!, result.GetValue(clip)!, measured);
            foreach (var file in Directory.GetFiles(result.GetValue(folder)!).Order())
                Console.WriteLine($"{Path.GetFileName(file)}  {new FileInfo(file).Length:N0} bytes");
        });
        return new Command("pack", "Model packs.") { build };
    }
}
