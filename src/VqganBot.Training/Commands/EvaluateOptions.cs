using System.CommandLine;
using VqganBot.Generation.Packs;
using VqganBot.Generation.Synthesis;
using VqganBot.Training.Evaluation;

namespace VqganBot.Training.Commands;

/// <summary>What 'evaluate' may be told about painting.</summary>
internal sealed class EvaluateOptions
{
    private readonly Option<int> _prompts = new("--prompts") { Description = "Held-out prompts for one thing; 0 paints nothing.", DefaultValueFactory = _ => 60 };
    private readonly Option<int?> _counted = new("--counted") { Description = "Held-out prompts for two or three things; a fifth of --prompts unless set." };
    private readonly Option<int?> _steps = new("--steps") { Description = "Steps of each painting, instead of the pack's." };
    private readonly Option<string?> _preset = new("--preset") { Description = "Preset to paint with, instead of the pack's." };
    private readonly Option<double?> _rate = new("--learning-rate") { Description = "Instead of the preset's." };
    private readonly Option<int?> _cutouts = new("--cutouts") { Description = "Instead of the preset's." };
    private readonly Option<double?> _pull = new("--init-weight") { Description = "How strongly painting stays near where it began, instead of the preset's." };
    private readonly Option<int?> _candidates = new("--candidates") { Description = "Drafts the best is chosen from, instead of the pack's." };
    private readonly Option<double?> _guidance = new("--guidance") { Description = "Guidance of the drafts, instead of the pack's." };
    private readonly Option<InitialLatentKind?> _initial = new("--initial") { Description = "What a painting begins from, instead of the preset's." };
    private readonly Option<ulong> _seed = new("--seed") { Description = "Decides prompts and pictures.", DefaultValueFactory = _ => EvaluationOptions.DefaultSeed };

    public EvaluateOptions(Command command)
    {
        // Two pictures are the fewest that have a spread to compare.
        _prompts.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or 1)
                result.AddError("--prompts takes 0, to paint nothing, or at least 2.");
        });
        foreach (var option in (Option[])[_prompts, _counted, _steps, _preset, _rate, _cutouts, _pull, _candidates, _guidance, _initial, _seed])
            command.Options.Add(option);
    }

    public EvaluationOptions Read(ParseResult result, ModelPackManifest manifest)
    {
        var preset = result.GetValue(_preset) ?? manifest.DefaultPreset;
        var settings = manifest.SettingsFor(preset);
        var prompts = result.GetValue(_prompts);
        return new EvaluationOptions
        {
            Prompts = prompts,
            Counted = result.GetValue(_counted) ?? prompts / 5,
            Steps = result.GetValue(_steps) ?? manifest.DefaultSteps,
            Preset = preset,
            Settings = settings with
            {
                LearningRate = result.GetValue(_rate) ?? settings.LearningRate,
                CutoutCount = result.GetValue(_cutouts) ?? settings.CutoutCount,
                InitWeight = result.GetValue(_pull) ?? settings.InitWeight,
                DraftCandidates = result.GetValue(_candidates) ?? settings.DraftCandidates,
                DraftSampling = settings.DraftSampling with { Guidance = result.GetValue(_guidance) ?? settings.DraftSampling.Guidance },
                InitialLatent = result.GetValue(_initial) ?? settings.InitialLatent,
            },
            Seed = result.GetValue(_seed),
        };
    }
}
