using System.Text.Json;
using Microsoft.Extensions.Logging;
using VqganBot.Bot.Commands;
using VqganBot.Configuration;
using VqganBot.Hosting;

namespace VqganBot.Bot.Imagine.Styles;

/// <summary>The styles of <c>config/styles.json</c>, as the file is now.</summary>
internal sealed class StyleCatalog(BotPaths paths, ILogger<StyleCatalog> logger)
{
    private readonly WatchedFile<IReadOnlyList<Style>> _file = new(Path.Combine(paths.ConfigFolder, "styles.json"), Read, [], logger);

    public IReadOnlyList<Style> All => _file.Current;

    /// <summary>By its name in any language.</summary>
    public Style? Find(string name) =>
        All.FirstOrDefault(style => Same(style.Name, name)) ?? All.FirstOrDefault(style => style.AllNames.Any(other => Same(other, name)));

    /// <summary>Those that fit what was typed so far: first those that begin with it, then those that contain it.</summary>
    public IEnumerable<Style> Matching(string typed, string? locale) => All
        .Select(style => (Style: style, Rank: Rank(style, typed.Trim(), locale)))
        .Where(ranked => ranked.Rank < int.MaxValue)
        .OrderBy(ranked => ranked.Rank)
        .Select(ranked => ranked.Style);

    private static int Rank(Style style, string typed, string? locale)
    {
        string[] names = [style.NameIn(locale), style.Name, style.Words];
        if (names.Any(name => name.StartsWith(typed, StringComparison.OrdinalIgnoreCase))) return 0;
        return names.Any(name => name.Contains(typed, StringComparison.OrdinalIgnoreCase)) ? 1 : int.MaxValue;
    }

    private static IReadOnlyList<Style> Read(string json)
    {
        var styles = JsonSerializer.Deserialize(json, StyleJson.Default.IReadOnlyListStyle) ?? throw new FormatException("the list of styles is null.");
        foreach (var style in styles)
        {
            if (style?.Name is null) throw new FormatException("one of the styles is null or has no name.");
            if (string.IsNullOrWhiteSpace(style.Words) || style.Words.IndexOfAny(['|', '^', ':']) >= 0)
                throw new FormatException($"the style '{style.Name}' appends '{style.Words}'; words without '|', '^' and ':' are wanted, which have a meaning in prompts.");
            if (style.AllNames.Any(name => name is null or { Length: 0 or > CommandDefinitions.LongestName }))
                throw new FormatException($"a name of the style '{style.Name}' is empty or too long; Discord shows names of 1 to {CommandDefinitions.LongestName} characters.");
        }

        if (styles.GroupBy(style => style.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new FormatException($"the style '{twice.Key}' stands there twice.");
        return styles;
    }

    private static bool Same(string a, string b) => string.Equals(a, b.Trim(), StringComparison.OrdinalIgnoreCase);
}
