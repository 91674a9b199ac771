using System.CommandLine;
using System.CommandLine.Parsing;
using VqganBot.CommandLine.Imagine;
using VqganBot.CommandLine.Options;
using VqganBot.Generation.Drafts;
using VqganBot.Generation.Synthesis;

namespace VqganBot.CommandLine.Draft;

/// <summary>The options of <c>draft</c>.</summary>
internal sealed class DraftCommand : Command
{
    private readonly Argument<string[]> _prompt = new("PROMPT")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "What to draft. Several parts: \"a castle:1 | neon:0.5 | blurry:-0.3\" (a negative weight avoids).",
    };

    private readonly Option<string?> _out = new("--out", "-o")
    {
        HelpName = "FILE",
        Description = "Where the picture goes (.png, .jpg or .webp). By default a name made from the prompt.",
    };

    private readonly Option<int?> _candidates = NumberOption.Whole("--candidates", "N",
        "How many pictures are drafted, of which CLIP picks the best. By default 24, or fewer where the model likes fewer.", most: DraftRequest.MostCandidates);

    private readonly Option<int?> _keep = NumberOption.Whole("--keep", "K",
        "How many of the best are written: a file each, or the tiles of --grid. By default 1, with --grid 16.", most: DraftRequest.MostCandidates);

    private readonly Option<bool> _grid = new("--grid") { Description = "Write the best ones onto one sheet, the best first." };

    private readonly Option<PictureSize?> _size = NumberOption.Size("--size",
        "Width and height in pixels. By default what the model's prior was trained on; larger ones are drawn by a sliding window.");

    private readonly Option<ulong?> _seed = NumberOption.Seed("--seed", "N",
        "The same seed and options draft the same pictures. By default one is drawn, and told.");

    private readonly Option<string?> _model = new("--model")
    {
        HelpName = "NAME",
        Description = "The model to draft with; it needs a prior (see 'models list'). By default toybox, the built-in one.",
    };

    private readonly Option<string[]> _imagePrompts = new("--image-prompt")
    {
        HelpName = "FILE[:W]",
        Description = "Draft towards what this picture shows; may be given several times, each with a weight.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<double?> _guidance = NumberOption.Real("--guidance", "G", "How much the prompt counts: 1 as trained, more is closer to the words and less varied.", least: 0);

    private readonly Option<double?> _temperature = NumberOption.Real("--temperature", "T", "Below 1 prefers the likely, above 1 the strange.", least: 0.01);

    private readonly Option<int?> _topK = NumberOption.Whole("--top-k", "N", "Draw each code from the N likeliest only.");

    private readonly Option<double?> _topP = NumberOption.Real("--top-p", "P", "Draw each code from the likeliest that together have this probability.", least: 0);

    private readonly Option<int?> _class = NumberOption.Whole("--class", "N", "For a model whose transformer was told classes: the one to draft.", least: 0);

    private readonly Option<int?> _threads = NumberOption.Whole("--threads", "N", "How many threads compute. By default every processor, for a small model one.", most: 1024);

    private readonly Option<bool> _json = new("--json") { Description = "Print one line of JSON on the output." };

    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Print only the names of the files." };

    private DraftCommand() : base("draft", "Draft pictures from words in seconds, without painting (for models with a prior).")
    {
        Arguments.Add(_prompt);
        foreach (var option in (Option[])[
            _out, _candidates, _keep, _grid, _size, _seed, _model, _imagePrompts, _guidance, _temperature, _topK, _topP, _class, _threads, _json, _quiet])
            Options.Add(option);
    }

    public static DraftCommand Create(CommandContext context)
    {
        var command = new DraftCommand();
        command.SetAction(parsed =>
        {
            var options = command.Read(parsed);
            DraftOptionRules.Check(options);
            return new DraftRun(options, context).Run();
        });
        return command;
    }

    public DraftOptions Read(ParseResult parsed) => new()
    {
        Prompt = PromptWords.Join(parsed.GetValue(_prompt) ?? [], afterDashes: parsed.Tokens.Any(token => token.Type == TokenType.DoubleDash), command: "draft"),
        Out = parsed.GetValue(_out),
        Candidates = parsed.GetValue(_candidates),
        Keep = parsed.GetValue(_keep),
        Grid = parsed.GetValue(_grid),
        Size = parsed.GetValue(_size),
        Seed = parsed.GetValue(_seed),
        Model = parsed.GetValue(_model),
        ImagePrompts = [.. (parsed.GetValue(_imagePrompts) ?? []).Select(PromptParser.ParseFile)],
        Guidance = parsed.GetValue(_guidance),
        Temperature = parsed.GetValue(_temperature),
        TopK = parsed.GetValue(_topK),
        TopP = parsed.GetValue(_topP),
        Class = parsed.GetValue(_class),
        Threads = parsed.GetValue(_threads),
        Json = parsed.GetValue(_json),
        Quiet = parsed.GetValue(_quiet),
    };
}
