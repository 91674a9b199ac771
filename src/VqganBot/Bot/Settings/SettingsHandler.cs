using VqganBot.Bot.Commands;
using VqganBot.Bot.Imagine.Requests;
using VqganBot.Bot.Replies;
using VqganBot.CommandLine.Options;
using VqganBot.Discord.Wire;
using VqganBot.Generation.Synthesis;
using VqganBot.Moderation;

namespace VqganBot.Bot.Settings;

/// <summary><c>/settings show | set | reset</c>: what a person wants where a command does not say otherwise.</summary>
internal sealed class SettingsHandler(UserSettingsStore store, ContentPolicy policy, PaintableModels models)
{
    private const int LongestSuffix = 200;

    private static readonly string[] WordsForDefault = ["none", "default", "-"];

    public Task HandleAsync(InteractionContext context, CancellationToken cancellation)
    {
        var options = OptionReader.Of(context.Interaction);
        var text = options.Command switch
        {
            "settings set" => Set(context, options),
            "settings reset" => store.Reset(context.User.Id) ? "Your own defaults are gone; the bot's hold again." : "You had no defaults of your own.",
            _ => Show(store.Of(context.User.Id)),
        };
        return context.AnswerAsync(new MessageBody { Content = text }, isPrivate: true, cancellation);
    }

    private string Set(InteractionContext context, OptionReader options)
    {
        if (!options.Has("size") && !options.Has("preset") && !options.Has("style_suffix") && !options.Has("private"))
            throw new UserFacingException("Say what to set: `size`, `preset`, `style_suffix` or `private`. The word `none` takes one back.");
        var before = store.Of(context.User.Id);
        var after = before;
        if (options.String("size") is { } size)
            after = IsDefault(size) ? after with { Width = null, Height = null } : WithSize(after, size);
        if (options.String("preset") is { } preset)
            after = after with { Preset = IsDefault(preset) ? null : Preset(preset) };
        if (options.String("style_suffix") is { } suffix)
            after = after with { StyleSuffix = IsDefault(suffix) ? null : Suffix(suffix, context) };
        if (options.Boolean("private") is { } isPrivate)
            after = after with { IsPrivate = isPrivate };
        store.Set(context.User.Id, after);

        var changes = Rows(before).Zip(Rows(after)).Where(row => row.First != row.Second)
            .Select(row => $"{row.First.Name}: {row.First.Value} → **{row.Second.Value}**").ToList();
        return changes.Count == 0 ? "That is how it was already." : string.Join('\n', changes);
    }

    private static string Show(UserSettings settings) =>
        $"**Your defaults**\n{string.Join('\n', Rows(settings).Select(row => $"{row.Name}: {row.Value}"))}\n-# `/settings set` changes them; what you say in a command goes before them.";

    private static IEnumerable<(string Name, string Value)> Rows(UserSettings settings) =>
    [
        ("Size", settings is { Width: { } width, Height: { } height } ? $"{width} × {height} px" : "as the model likes it"),
        ("Preset", settings.Preset ?? "as the model likes it"),
        ("Behind every prompt", settings.StyleSuffix is { } suffix ? $"“{Echo.Prompt(suffix)}”" : "nothing"),
        ("Answers", settings.IsPrivate == true ? "only to you" : "for all to see"),
    ];

    private UserSettings WithSize(UserSettings settings, string text)
    {
        var natural = models.Require(null).DefaultSize;
        var size = PictureShape.Parse(text, new PictureSize(natural[0], natural[1]));
        return settings with { Width = size.Width, Height = size.Height };
    }

    private static string Preset(string text) =>
        Presets.Names.FirstOrDefault(name => string.Equals(name, text.Trim(), StringComparison.OrdinalIgnoreCase))
            ?? throw new UserFacingException($"There is no preset “{Echo.Prompt(text, 40)}”; there are {string.Join(", ", Presets.Names)}.");

    private string Suffix(string text, InteractionContext context)
    {
        var words = text.Trim();
        if (words.Length > LongestSuffix)
            throw new UserFacingException($"What stands behind every prompt has at most {LongestSuffix} characters, and this has {words.Length}.");
        policy.Check(words, context);
        return words;
    }

    private static bool IsDefault(string text) => WordsForDefault.Contains(text.Trim(), StringComparer.OrdinalIgnoreCase);
}
