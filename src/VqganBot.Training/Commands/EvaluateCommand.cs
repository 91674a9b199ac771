using System.CommandLine;
using VqganBot.Generation.Packs;
using VqganBot.Generation.Synthesis;
using VqganBot.Imaging;
using VqganBot.Training.Data;
using VqganBot.Training.Evaluation;
using static TorchSharp.torch;

namespace VqganBot.Training.Commands;

internal static class EvaluateCommand
{
    public static Command Create()
    {
        var pack = new Option<string>("--pack") { Description = "Folder of the pack.", DefaultValueFactory = _ => "models/toybox" };
        var count = new Option<int>("--count") { Description = "Pictures to measure CLIP on.", DefaultValueFactory = _ => 500 };
        var unseen = new Option<string?>("--set") { Description = "Rendered set that training never saw, for the VQGAN." };
        var prompts = new Option<int>("--prompts") { Description = "Held-out prompts to paint.", DefaultValueFactory = _ => 12 };
        var steps = new Option<int>("--steps") { Description = "Steps of each painting.", DefaultValueFactory = _ => 100 };
        var preset = new Option<string>("--preset") { Description = "Preset to paint with.", DefaultValueFactory = _ => "best" };
        var rate = new Option<double?>("--learning-rate") { Description = "Instead of the preset's." };
        var cutouts = new Option<int?>("--cutouts") { Description = "Instead of the preset's." };
        var initial = new Option<InitialLatentKind?>("--initial") { Description = "What a painting begins from, instead of the preset's." };
        var sheet = new Option<string?>("--sheet") { Description = "Picture file for what was painted." };
        var threads = new Option<int>("--threads") { DefaultValueFactory = _ => 1 };
        var command = new Command("evaluate", "Measures a pack: CLIP, VQGAN, and what the two paint for combinations never seen.")
        {
            pack, count, unseen, prompts, steps, preset, rate, cutouts, initial, sheet, threads,
        };
        command.SetAction(result =>
        {
            set_num_threads(result.GetValue(threads));
            using var loaded = ModelPack.Load(result.GetValue(pack)!, CPU);
            var evaluation = new PackEvaluation(loaded, Console.Out);
            if (result.GetValue(count) > 0)
                evaluation.Clip(result.GetValue(count));
            if (result.GetValue(unseen) is { } path)
            {
                using var set = RenderedSet.Open(path);
                evaluation.Vqgan(set, 500);
            }

            if (result.GetValue(prompts) == 0)
                return;
            var settings = loaded.Manifest.SettingsFor(result.GetValue(preset)!);
            settings = settings with
            {
                LearningRate = result.GetValue(rate) ?? settings.LearningRate,
                CutoutCount = result.GetValue(cutouts) ?? settings.CutoutCount,
                InitialLatent = result.GetValue(initial) ?? settings.InitialLatent,
            };
            var painted = evaluation.Painting(result.GetValue(prompts), result.GetValue(preset)!, settings, result.GetValue(steps));
            if (result.GetValue(sheet) is { } file)
                File.WriteAllBytes(file, ImageCodec.EncodeByExtension(ContactSheet.Compose([.. painted.Select(p => p.Picture)], 6), file));
        });
        return command;
    }
}
