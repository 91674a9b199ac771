using VqganBot.Discord.Wire;
using VqganBot.Generation.Synthesis;
using VqganBot.Limits;
using static VqganBot.Bot.Commands.CommandParts;

namespace VqganBot.Bot.Commands;

/// <summary>The one table of commands. What they are called and how they are described, in every language, is <see cref="CommandTexts"/>.</summary>
internal static class CommandDefinitions
{
    public const int LongestPrompt = 1000;
    public const int LongestNegative = 500;
    public const int LongestSearch = 200;
    public const int LongestName = 100;
    public const int MostSuggestions = 25;
    public const int MostSteps = 10_000;
    public const int MostPictures = 9;

    public const string UseAsStartImage = "Use as start image";
    public const string MakeVariations = "Make variations";
    public const string PictureInfo = "Picture info";

    public const string DescribePicture = "Describe picture";

    public const string PaintMode = "paint";
    public const string DraftMode = "draft";

    /// <value>The pictures of <c>/blend</c>.</value>
    public static IReadOnlyList<string> BlendImages { get; } = ["image1", "image2", "image3", "image4", "image5"];

    /// <value>The topics of <c>/help</c>.</value>
    public static IReadOnlyList<string> HelpTopics { get; } = ["pictures", "prompts", "buttons", "queue", "settings", "admin"];

    /// <value>The names of the limits as <c>/limits</c> takes them: <c>jobs_in_queue</c>.</value>
    public static IReadOnlyList<string> LimitNames { get; } = [.. Enum.GetNames<LimitName>().Select(SnakeCase)];

    private static ApplicationCommandOption[] Target => [Role("role"), User("user"), Channel("channel")];

    private static ApplicationCommandOption Preset => Choice("preset", Presets.Names);

    private static ApplicationCommandOption Strength => Number("strength", 0, 1);

    private static ApplicationCommandOption Seed => Whole("seed", 0, OptionReader.LargestInteger);

    private static ApplicationCommandOption Size => Suggested(Text("size", LongestName));

    private static ApplicationCommandOption Job => Suggested(Whole("job", 1, OptionReader.LargestInteger));

    private static ApplicationCommandOption Undo => Flag("undo");

    public static IReadOnlyList<ApplicationCommand> All { get; } = [.. new[]
    {
        ForEveryone("imagine",
            Required(Text("prompt", LongestPrompt)), Suggested(Text("style", LongestName)), Text("negative", LongestNegative), Choice("mode", [PaintMode, DraftMode]), Size,
            Whole("steps", 1, MostSteps), Seed, Whole("count", 1, MostPictures), File("image"), Strength, Preset, Suggested(Text("model", LongestName)), Flag("private")),
        ForEveryone("variation", Suggested(Text("of", LongestName)), Strength, Text("prompt", LongestPrompt), Seed),
        ForEveryone("blend",
            [Required(File("image1")), Required(File("image2")), .. BlendImages.Skip(2).Select(File), Text("prompt", LongestPrompt), Size, Whole("steps", 1, MostSteps), Seed, Flag("private")]),
        ForEveryone("status", Job),
        ForEveryone("cancel", Job),
        ForEveryone("history", Whole("page", 1, 10_000)),
        ForEveryone("gallery", User("user")),
        ForEveryone("search", Text("text", LongestSearch), File("like")),
        ForEveryone("describe", Required(File("image"))),
        ForEveryone("info", Required(Job)),
        ForEveryone("settings",
            Sub("show"),
            Sub("set", Size, Choice("preset", [.. Presets.Names, "none"]), Text("style_suffix", 200), Flag("private")),
            Sub("reset")),
        ForEveryone("help", Choice("topic", HelpTopics)),
        ForEveryone("privacy"),
        ForEveryone("forget-me"),
        ForAdmins("limits",
            Sub("show", Target),
            Sub("set", [Required(Choice("limit", LimitNames)), Required(Text("value", 1200)), .. Target]),
            Sub("reset", [Required(Choice("limit", LimitNames)), .. Target])),
        ForAdmins("queue",
            Sub("pause"), Sub("resume"), Sub("clear"), Sub("bump", Required(Whole("job", 1, OptionReader.LargestInteger)))),
        ForAdmins("block",
            Sub("user", Required(User("user")), Text("reason", 200), Undo),
            Sub("word", Required(Text("word", 200)), Flag("regex"), Flag("nsfw_only"), Undo),
            Sub("channel", Required(Channel("channel")), Undo),
            Sub("list")),
        ForAdmins("audit", Whole("count", 1, 50)),
        OnMessages(UseAsStartImage),
        OnMessages(MakeVariations),
        OnMessages(PictureInfo),
        OnMessages(DescribePicture),
    }.Select(CommandTexts.Fill)];

    public static string SnakeCase(string name) =>
        string.Concat(name.Select((letter, at) => char.IsUpper(letter) ? $"{(at == 0 ? "" : "_")}{char.ToLowerInvariant(letter)}" : $"{letter}"));
}
