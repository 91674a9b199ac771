using System.CommandLine;
using System.CommandLine.Parsing;
using VqganBot.CommandLine.Imagine;
using VqganBot.CommandLine.Options;
using VqganBot.Generation.Synthesis;

namespace VqganBot.CommandLine.Film;

/// <summary>The options of <c>film zoom</c>, <c>story</c> and <c>style</c>: what all have, and what each has of its own.</summary>
internal sealed class FilmOptionSet(FilmKind kind)
{
    private readonly Argument<string> _source = new("SOURCE") { Description = "The film to paint over: a video, or a folder of pictures, taken in the order of their names." };

    private readonly Argument<string[]> _prompt = new("PROMPT")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = kind == FilmKind.Story
            ? "What to paint, one phrase after another: \"spring ^ summer | blurry:-0.3 ^ autumn\"."
            : "What to paint. Several parts: \"a castle:1 | neon:0.5 | blurry:-0.3\" (a negative weight avoids).",
    };

    private readonly Option<string?> _out = Text("--out", "FILE", "Where the film goes (.mp4, .webp or .gif). By default an .mp4 named after the prompt.", "-o");

    private readonly Option<int?> _frames = kind switch
    {
        FilmKind.Story => NumberOption.Whole("--frames-per-phrase", "N", $"How many frames each phrase has. By default {FilmDefaults.FramesPerPhrase}.", most: FilmRules.MostFrames),
        FilmKind.Style => NumberOption.Whole("--frames", "N", "Paint the first N frames only.", least: 2, most: FilmRules.MostFrames),
        _ => NumberOption.Whole("--frames", "N", $"How many frames the film has. By default {FilmDefaults.Frames}.", least: 2, most: FilmRules.MostFrames),
    };

    private readonly Option<double?> _zoom = NumberOption.Real("--zoom", "Z",
        $"How much nearer each frame is than the one before it; below 1 it goes away. {(kind == FilmKind.Zoom ? "By default 1.02." : "By default 1, which stands still.")}", least: 0.5);

    private readonly Option<double?> _rotate = NumberOption.Real("--rotate", "DEGREES", "How far each frame is turned, counter-clockwise.", least: -180);

    private readonly Option<PixelShift?> _shift = NumberOption.Shift("--shift", "How far each frame moves, in pixels to the right and downwards.");

    private readonly Option<int?> _blend = NumberOption.Whole("--blend", "N",
        "Over how many steps a phrase comes in while the one before it goes; 0 changes at once. By default half of a phrase's steps.", least: 0);

    private readonly Option<int?> _stepsPerFrame = NumberOption.Whole("--steps-per-frame", "N",
        $"How many steps each frame is painted: more is finer and slower. By default {(kind == FilmKind.Style ? FilmDefaults.StyleStepsPerFrame : FilmDefaults.StepsPerFrame)}.",
        most: FilmRules.MostStepsPerFrame);

    private readonly Option<int?> _steps = NumberOption.Whole("--steps", "N", "How many steps the first frame is painted; the others follow from it.");

    private readonly Option<double?> _strength = NumberOption.Real("--strength", "S",
        "From 0 to 1: how far the words may carry a frame from its picture. By default 0.5.", least: 0);

    private readonly Option<double?> _initWeight = NumberOption.Real("--init-weight", "W", "How strongly each frame is held to the picture it began with.", least: 0);

    private readonly Option<double?> _calm = NumberOption.Real("--calm", "C",
        $"From 0 to {FilmRules.MostCalm}: how much of the frame before it stays in each; more flickers less. By default {FilmDefaults.Calm}.", least: 0);

    private readonly Option<double?> _fps = NumberOption.Real("--fps", "N",
        kind == FilmKind.Style ? "Frames in a second. By default those of the video, or 24." : "Frames in a second. By default 24.", least: 0.1);

    private readonly Option<PictureSize?> _size = NumberOption.Size("--size",
        kind == FilmKind.Style ? "Width and height in pixels. By default the model's size in the shape of the film." : "Width and height in pixels, such as 128x128.");

    private readonly Option<ulong?> _seed = NumberOption.Seed("--seed", "N", "The same seed and settings paint the same film. By default one is drawn, and told.");

    private readonly Option<string?> _preset = Text("--preset", "NAME", "The way of painting: crowson, nerdyrodent, pixray or best.");

    private readonly Option<string?> _model = Text("--model", "NAME", "The model to paint with (see 'models list'). By default toybox, the built-in one.");

    private readonly Option<string?> _init = Text("--init", "FILE", "Begin from this picture instead of from chance.");

    private readonly Option<string[]> _imagePrompts = new("--image-prompt")
    {
        HelpName = "FILE[:W]",
        Description = "Paint towards what this picture shows; may be given several times, each with a weight.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<int?> _cutouts = NumberOption.Whole("--cutouts", "N", "How many views of the picture are judged in each step.", most: 4096);

    private readonly Option<double?> _learningRate = NumberOption.Real("--learning-rate", "R", "How far each step of a frame goes.", least: 0);

    private readonly Option<bool> _keep = new("--keep") { Description = "Leave the frames as pictures in the folder beside the film." };

    private readonly Option<bool> _json = new("--json") { Description = "Print one line of JSON on the output; progress goes to the error stream." };

    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "No progress; print only the name of the film." };

    public void AddTo(Command command)
    {
        if (kind == FilmKind.Style) command.Arguments.Add(_source);
        command.Arguments.Add(_prompt);
        Option[] own = kind == FilmKind.Style ? [_strength, _initWeight] : [_zoom, _rotate, _shift, _blend, _steps, _init];
        foreach (var option in (Option[])[
            _out, _frames, .. own, _stepsPerFrame, _calm, _fps, _size, _seed, _preset, _model, _imagePrompts, _cutouts,
            _learningRate, _keep, _json, _quiet])
            command.Options.Add(option);
    }

    public FilmOptions Read(ParseResult parsed) => new()
    {
        Kind = kind,
        Picture = new ImagineOptions
        {
            Prompt = PromptWords.Join(
                parsed.GetValue(_prompt) ?? [], parsed.Tokens.Any(token => token.Type == TokenType.DoubleDash), $"film {kind.ToString().ToLowerInvariant()}"),
            Size = parsed.GetValue(_size),
            Steps = parsed.GetValue(_steps),
            Seed = parsed.GetValue(_seed),
            Preset = parsed.GetValue(_preset),
            Model = parsed.GetValue(_model),
            Init = parsed.GetValue(_init),
            InitWeight = parsed.GetValue(_initWeight),
            ImagePrompts = [.. (parsed.GetValue(_imagePrompts) ?? []).Select(PromptParser.ParseFile)],
            Cutouts = parsed.GetValue(_cutouts),
        },
        Source = kind == FilmKind.Style ? parsed.GetValue(_source) : null,
        Out = parsed.GetValue(_out),
        Frames = parsed.GetValue(_frames),
        StepsPerFrame = parsed.GetValue(_stepsPerFrame),
        FramesPerSecond = parsed.GetValue(_fps),
        Zoom = parsed.GetValue(_zoom),
        Rotate = parsed.GetValue(_rotate),
        Shift = parsed.GetValue(_shift),
        Blend = parsed.GetValue(_blend),
        LearningRate = parsed.GetValue(_learningRate),
        Strength = parsed.GetValue(_strength),
        Calm = parsed.GetValue(_calm),
        Keep = parsed.GetValue(_keep),
        Output = new FilmOutput(parsed.GetValue(_json), parsed.GetValue(_quiet)),
    };

    private static Option<string?> Text(string name, string help, string description, params string[] aliases) =>
        new(name, aliases) { HelpName = help, Description = description };
}
