using System.CommandLine;
using System.CommandLine.Parsing;
using VqganBot.CommandLine.Imagine.Look;
using VqganBot.CommandLine.Options;
using VqganBot.Generation.Devices;
using VqganBot.Generation.Drafts;
using VqganBot.Generation.Synthesis;

namespace VqganBot.CommandLine.Imagine;

/// <summary>The options of <c>imagine</c>, in the order a newcomer meets them in the help.</summary>
internal sealed class ImagineCommand : Command
{
    private readonly Argument<string[]> _prompt = new("PROMPT")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "What to paint. Several parts: \"a castle:1 | neon:0.5 | blurry:-0.3\" (a negative weight avoids).",
    };

    private readonly Option<string?> _out = Text("--out", "FILE",
        "Where the picture goes (.png, .jpg or .webp). By default a name made from the prompt.", "-o");

    private readonly Option<PictureSize?> _size = NumberOption.Size("--size", "Width and height in pixels, such as 128x128.");

    private readonly Option<int?> _steps = NumberOption.Whole("--steps", "N", "How many steps to paint: more is finer and slower.");

    private readonly Option<ulong?> _seed = NumberOption.Seed("--seed", "N",
        "The same seed and settings paint the same picture. By default one is drawn, and told.");

    private readonly Option<string?> _preset = Text("--preset", "NAME", "The way of painting: crowson, nerdyrodent, pixray or best.");

    private readonly Option<string?> _model = Text("--model", "NAME", "The model to paint with (see 'models list'). By default toybox, the built-in one.");

    private readonly Option<string?> _init = Text("--init", "FILE", "Begin from this picture instead of from chance.");

    private readonly Option<double?> _initWeight = NumberOption.Real("--init-weight", "W",
        "How strongly to stay near where the painting began.", least: 0);

    private readonly Option<string[]> _imagePrompts = new("--image-prompt")
    {
        HelpName = "FILE[:W]",
        Description = "Paint towards what this picture shows; may be given several times, each with a weight.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<int?> _cutouts = NumberOption.Whole("--cutouts", "N", "How many views of the picture are judged in each step.", most: 4096);

    private readonly Option<double?> _learningRate = NumberOption.Real("--learning-rate", "R", "How far each step goes.", least: 0);

    private readonly Option<InitialLatentKind?> _start = StartOption.Create("--start",
        "With what to begin where no picture is given; draft lets the model's prior begin.");

    private readonly Option<int?> _drafts = NumberOption.Whole("--drafts", "N", "With --start draft: from how many drafts the best is chosen.", most: DraftRequest.MostCandidates);

    private readonly Option<double?> _guidance = NumberOption.Real("--guidance", "G", "With --start draft: how much the prompt counts in the drafts.", least: 0);

    private readonly Option<int?> _bestOf = NumberOption.Whole("--best-of", "N", "With the other starts: begin with the best of N, as CLIP sees them.", most: 1024);

    private readonly Option<double?> _lowResolution = NumberOption.Real("--low-resolution", "SHARE",
        "Paint this share of the steps, such as 0.5, at half the size; then the picture is enlarged and painted on.", least: 0);

    private readonly Option<int?> _storyBlend = NumberOption.Whole("--story-blend", "N",
        "In a story (\"spring ^ summer\") each phrase comes in over N steps, while the one before it goes; else it changes at once.", least: 0);

    private readonly Option<PrecisionChoice?> _precision = ChoiceOption.Create<PrecisionChoice>("--precision", "FORMAT",
        "In what numbers the networks compute: float32, bfloat16, float16, or auto (the default), the fastest the device is good at.");

    private readonly LookArguments _look = new();

    private readonly Option<int?> _count = NumberOption.Whole("--count", "N",
        "Paint N pictures, with seeds counting up, and a contact sheet.", most: 1000);

    private readonly Option<string?> _timelapse = Text("--timelapse", "FILE", "Also write how it came to be, as .mp4, .webp or .gif.");

    private readonly Option<int?> _saveEvery = NumberOption.Whole("--save-every", "N", "Write a picture of every Nth step into --frames.");

    private readonly Option<string?> _frames = Text("--frames", "DIR", "The folder for --save-every.");

    private readonly Option<string?> _saveState = Text("--save-state", "FILE", "Keep the state in this file, while painting and at the end, to go on with --resume, even after a crash.");

    private readonly Option<string?> _resume = Text("--resume", "STATE", "Go on with a painting that was interrupted or saved; --steps may raise its goal.");

    private readonly Option<string?> _fromPng = Text("--from-png", "FILE", "Paint the picture in this PNG again, from the settings it carries.");

    private readonly Option<bool> _json = new("--json") { Description = "Print one line of JSON per picture on the output; progress goes to the error stream." };

    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "No progress; print only the name of the picture." };

    private ImagineCommand() : base("imagine", "Paint a picture from words.")
    {
        Arguments.Add(_prompt);
        foreach (var option in (Option[])[
            _out, _size, _steps, _seed, _preset, _model, _init, _initWeight, _imagePrompts, _cutouts, _learningRate, _storyBlend,
            _start, _drafts, _guidance, _bestOf, _lowResolution, _precision, .. _look.All, _count, _timelapse, _saveEvery, _frames, _saveState, _resume, _fromPng, _json, _quiet])
            Options.Add(option);
    }

    public static ImagineCommand Create(CommandContext context)
    {
        var command = new ImagineCommand();
        command.SetAction(parsed =>
        {
            var options = command.Read(parsed);
            OptionRules.Check(options);
            return new ImagineRun(options, context).Run();
        });
        return command;
    }

    public ImagineOptions Read(ParseResult parsed) => new()
    {
        Prompt = PromptWords.Join(parsed.GetValue(_prompt) ?? [], afterDashes: parsed.Tokens.Any(token => token.Type == TokenType.DoubleDash)),
        Out = parsed.GetValue(_out),
        Size = parsed.GetValue(_size),
        Steps = parsed.GetValue(_steps),
        Seed = parsed.GetValue(_seed),
        Preset = parsed.GetValue(_preset),
        Model = parsed.GetValue(_model),
        Init = parsed.GetValue(_init),
        InitWeight = parsed.GetValue(_initWeight),
        ImagePrompts = [.. (parsed.GetValue(_imagePrompts) ?? []).Select(PromptParser.ParseFile)],
        Cutouts = parsed.GetValue(_cutouts),
        LearningRate = parsed.GetValue(_learningRate),
        StoryBlend = parsed.GetValue(_storyBlend),
        Look = _look.Read(parsed),
        Start = parsed.GetValue(_start),
        Drafts = parsed.GetValue(_drafts),
        Guidance = parsed.GetValue(_guidance),
        BestOf = parsed.GetValue(_bestOf),
        LowResolution = parsed.GetValue(_lowResolution),
        Precision = parsed.GetValue(_precision),
        SaveEvery = parsed.GetValue(_saveEvery),
        Frames = parsed.GetValue(_frames),
        Timelapse = parsed.GetValue(_timelapse),
        Count = parsed.GetValue(_count) ?? 1,
        Resume = parsed.GetValue(_resume),
        SaveState = parsed.GetValue(_saveState),
        FromPng = parsed.GetValue(_fromPng),
        Json = parsed.GetValue(_json),
        Quiet = parsed.GetValue(_quiet),
    };

    private static Option<string?> Text(string name, string help, string description, params string[] aliases) =>
        new(name, aliases) { HelpName = help, Description = description };
}
