using System.CommandLine;
using VqganBot.CommandLine.Errors;
using VqganBot.CommandLine.Options;
using VqganBot.Generation.Devices;
using VqganBot.Generation.Drafts;
using VqganBot.Generation.Synthesis;

namespace VqganBot.CommandLine.Bench;

/// <summary><c>bench paint</c>: the time to a given quality.</summary>
internal sealed class PaintCommand
{
    private readonly Argument<string[]> _prompt = new("PROMPT")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "What to paint, a prompt each; some built-in ones if left out.",
    };

    private readonly Option<int?> _prompts = NumberOption.Whole("--prompts", "N", "How many of the built-in prompts to paint; 5 if left out.", most: BenchPrompts.All.Length);

    private readonly Option<string> _model = BenchOption.Model();

    private readonly Option<string?> _judge = new("--judge")
    {
        HelpName = "CLIP",
        Description = "A CLIP that judges instead of the model's own (see 'models list'). Without it the model's own judges, by views that guide no painting.",
    };

    private readonly Option<ulong?> _seed = NumberOption.Seed("--seed", "N", "The seed of all paintings; 1 if left out.");

    private readonly Option<PictureSize?> _size = BenchOption.Size("Size of the pictures; what the model likes if left out.");

    private readonly Option<string?> _preset = new("--preset") { HelpName = "NAME", Description = $"The preset of our painting ({string.Join(", ", Presets.Names)}); the model's own if left out." };

    private readonly Option<int?> _steps = NumberOption.Whole("--steps", "N", "Steps of our painting; what the model likes if left out.");

    private readonly Option<int?> _cutouts = BenchOption.Cutouts("Views judged per step of our painting; the preset's if left out.");

    private readonly Option<double?> _rate = NumberOption.Real("--learning-rate", "R", "Learning rate of our painting; the model's if left out.", least: 0);

    private readonly Option<int?> _drafts = NumberOption.Whole("--drafts", "N", "Drafts from which our painting takes its start, where the model drafts.", most: DraftRequest.MostCandidates);

    private readonly Option<int?> _referenceSteps = NumberOption.Whole("--reference-steps", "N", "Steps of the reference; 500 if left out, the default of generate.py.");

    private readonly Option<CutoutMethod?> _referenceCuts = NumberOption.Create<CutoutMethod?>("--reference-cuts", "HOW",
        "Cutouts of the reference: pooling, the default of generate.py (its 'latest', with augmentations), or original, which has none. By default pooling.",
        text => text switch { "pooling" => CutoutMethod.Pooling, "original" => CutoutMethod.Original, _ => null }, "pooling or original");

    private readonly Option<int?> _threads = BenchOption.Threads();

    private readonly Option<string?> _device = BenchOption.Device();

    private readonly Option<PrecisionChoice?> _precision = BenchOption.Precision();

    private readonly Option<bool> _json = BenchOption.Json();

    public static Command Create(CommandContext context)
    {
        var options = new PaintCommand();
        var paint = new Command("paint", "Time how long a picture takes to be as near to its words as the reference's (nerdyrodent) at its end.")
        {
            options._prompt, options._prompts, options._model, options._judge, options._seed, options._size, options._preset, options._steps, options._cutouts,
            options._rate, options._drafts, options._referenceSteps, options._referenceCuts, options._threads, options._device, options._precision, options._json,
        };
        paint.SetAction(parsed => new PaintRun(options.Read(parsed), context).Run());
        return paint;
    }

    private PaintOptions Read(ParseResult parsed)
    {
        var prompts = parsed.GetValue(_prompt) ?? [];
        if (prompts.Length > 0 && parsed.GetValue(_prompts) is not null)
            throw UserErrorException.Usage("--prompts counts built-in prompts, and prompts were given; leave out one of the two.");
        return new PaintOptions
        {
            Prompts = prompts.Length > 0 ? prompts : BenchPrompts.All[..(parsed.GetValue(_prompts) ?? 5)],
            Model = parsed.GetValue(_model)!,
            Judge = parsed.GetValue(_judge),
            Seed = parsed.GetValue(_seed) ?? 1,
            Size = parsed.GetValue(_size),
            Preset = parsed.GetValue(_preset),
            Steps = parsed.GetValue(_steps),
            Cutouts = parsed.GetValue(_cutouts),
            LearningRate = parsed.GetValue(_rate),
            Drafts = parsed.GetValue(_drafts),
            ReferenceSteps = parsed.GetValue(_referenceSteps) ?? 500,
            ReferenceCuts = parsed.GetValue(_referenceCuts),
            Threads = parsed.GetValue(_threads) ?? Environment.ProcessorCount,
            Device = parsed.GetValue(_device),
            Precision = parsed.GetValue(_precision),
            Json = parsed.GetValue(_json),
        };
    }
}
