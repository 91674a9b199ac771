using VqganBot.Bot.Commands;
using VqganBot.Bot.Imagine.Styles;
using VqganBot.Bot.Replies;
using VqganBot.Bot.Settings;
using VqganBot.CommandLine.Imagine;
using VqganBot.CommandLine.Options;
using VqganBot.Generation.Packs;
using VqganBot.Generation.Synthesis;
using VqganBot.Jobs;

namespace VqganBot.Bot.Imagine.Requests;

/// <summary>From the options of <c>/imagine</c> to an order: what was asked for, else the person's own defaults, else what the model likes.</summary>
internal sealed class RequestReader(StyleCatalog styles, PaintableModels models, JobOptions jobs)
{
    private const double StartImageStrength = 0.5;
    private const int UsualDrafts = 4;

    /// <summary>The whole command.</summary>
    /// <exception cref="UserFacingException">An option is not what it takes.</exception>
    public JobOrder Read(OptionReader options, UserSettings settings)
    {
        var hasImage = options.Has("image");
        if (options.Has("strength") && !hasImage)
            throw new UserFacingException("The option `strength` says how far to go from a start image: attach one as `image`, or leave it out.");
        var model = options.String("model");
        var manifest = models.Require(model);
        var size = Size(options.String("size"), manifest, settings);
        var style = Style(options.String("style"));
        var order = new JobOrder
        {
            Kind = JobKind.Imagine,
            Prompt = PromptText.Require(options.String("prompt"), "prompt", CommandDefinitions.LongestPrompt),
            Negative = PromptText.Check(options.String("negative"), "negative prompt", CommandDefinitions.LongestNegative),
            Style = style?.Name,
            StyleWords = Words(style, settings),
            Width = size.Width,
            Height = size.Height,
            Steps = options.Integer("steps", 1, CommandDefinitions.MostSteps) ?? Math.Min(manifest.DefaultSteps, CommandDefinitions.MostSteps),
            Seed = Seed(options),
            Count = options.Integer("count", 1, CommandDefinitions.MostPictures) ?? 1,
            Preset = Preset(options.String("preset")) ?? settings.Preset ?? manifest.DefaultPreset,
            Model = models.NameOf(model),
            Strength = hasImage ? Strength(options) ?? StartImageStrength : null,
        };
        return IsDraft(options.String("mode")) ? Drafted(order, manifest, options) : order;
    }

    /// <summary>A prompt and a start image, and nothing else chosen: the form of a menu.</summary>
    public JobOrder ReadWithImage(string? prompt, UserSettings settings) => Read(prompt, settings) with { Strength = StartImageStrength };

    /// <summary>The words, size and steps of <c>/blend</c>; there may be no words.</summary>
    public JobOrder ReadBlend(OptionReader options, UserSettings settings)
    {
        var manifest = models.Require(null);
        var prompt = PromptText.Check(options.String("prompt"), "prompt", CommandDefinitions.LongestPrompt) ?? "";
        var order = Plain(prompt, manifest, Size(options.String("size"), manifest, settings), settings);
        return order with { Steps = options.Integer("steps", 1, CommandDefinitions.MostSteps) ?? order.Steps, Seed = Seed(options) };
    }

    /// <summary>A prompt, and nothing else chosen.</summary>
    public JobOrder Read(string? prompt, UserSettings settings)
    {
        var manifest = models.Require(null);
        return Plain(PromptText.Require(prompt, "prompt", CommandDefinitions.LongestPrompt), manifest, Size(null, manifest, settings), settings);
    }

    private JobOrder Plain(string prompt, ModelPackManifest manifest, PictureSize size, UserSettings settings) => new()
    {
        Kind = JobKind.Imagine,
        Prompt = prompt,
        StyleWords = Words(null, settings),
        Width = size.Width,
        Height = size.Height,
        Steps = Math.Min(manifest.DefaultSteps, CommandDefinitions.MostSteps),
        Seed = SeedSource.Draw(),
        Preset = settings.Preset ?? manifest.DefaultPreset,
        Model = models.NameOf(null),
    };

    // The steps that were asked for are those of the refinement.
    private JobOrder Drafted(JobOrder order, ModelPackManifest manifest, OptionReader options)
    {
        if (options.Has("image"))
            throw new UserFacingException("A draft is made of words alone: leave `image` out, or paint from it with `mode:paint`.");
        models.RequirePrior(manifest);
        var count = options.Has("count") ? order.Count : UsualDrafts;
        return order with { Kind = JobKind.Draft, Steps = 1, RefineSteps = order.Steps, Count = count, Candidates = Math.Max(count, jobs.DraftCandidates) };
    }

    private static bool IsDraft(string? mode) => mode switch
    {
        null or CommandDefinitions.PaintMode => false,
        CommandDefinitions.DraftMode => true,
        _ => throw new UserFacingException($"There is no mode `{Echo.Prompt(mode, 60)}`. There are {CommandDefinitions.PaintMode} and {CommandDefinitions.DraftMode}."),
    };

    public static ulong Seed(OptionReader options) => options.Integer("seed") switch
    {
        null => SeedSource.Draw(),
        >= 0 and var seed => (ulong)seed,
        var seed => throw new UserFacingException($"The option `seed` was given {seed}; it takes a whole number from 0 to {OptionReader.LargestInteger}."),
    };

    public static double? Strength(OptionReader options) => options.Number("strength") switch
    {
        null => null,
        >= 0 and <= 1 and var strength => strength,
        var strength => throw new UserFacingException(FormattableString.Invariant($"The option `strength` was given {strength}; it takes a number from 0 to 1.")),
    };

    private static PictureSize Size(string? text, ModelPackManifest manifest, UserSettings settings)
    {
        var natural = new PictureSize(manifest.DefaultSize[0], manifest.DefaultSize[1]);
        if (text is not null) return PictureShape.Parse(text, natural);
        return settings is { Width: { } width, Height: { } height } ? new PictureSize(width, height) : natural;
    }

    private Style? Style(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) return null;
        if (styles.Find(name) is { } style) return style;
        var near = styles.Matching(name, locale: null).Take(5).Select(style => style.Name).ToArray();
        throw new UserFacingException(
            $"There is no style `{Echo.Prompt(name, 60)}`. {(near.Length > 0 ? $"Near it: {string.Join(", ", near)}." : "Choose one of those that appear while you type, or write it into the prompt.")}");
    }

    private static string? Preset(string? name)
    {
        if (name is null) return null;
        return Presets.Names.FirstOrDefault(preset => string.Equals(preset, name, StringComparison.OrdinalIgnoreCase))
            ?? throw new UserFacingException($"There is no preset `{Echo.Prompt(name, 60)}`. There are {string.Join(", ", Presets.Names)}.");
    }

    private static string? Words(Style? style, UserSettings settings)
    {
        string[] words = [.. new[] { style?.Words, settings.StyleSuffix }.Where(words => !string.IsNullOrWhiteSpace(words)).Select(words => words!.Trim())];
        return words.Length == 0 ? null : string.Join(", ", words);
    }
}
