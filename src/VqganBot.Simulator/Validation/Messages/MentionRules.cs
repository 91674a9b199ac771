using System.Text.Json;
using System.Text.RegularExpressions;
using VqganBot.Discord.Wire;

namespace VqganBot.Simulator.Validation.Messages;

/// <summary>Which mentions in a text ping: https://docs.discord.com/developers/resources/message#allowed-mentions-object</summary>
internal static partial class MentionRules
{
    /// <param name="allowed">The request's <c>allowed_mentions</c>; without it users are pinged, and everybody if <paramref name="pingsEverybody"/>.</param>
    public static Mentions Read(Form? allowed, string content, bool pingsEverybody)
    {
        if (allowed is null)
            return new Mentions(pingsEverybody && Everyone().IsMatch(content), Find(User(), content), pingsEverybody ? Find(Role(), content) : []);

        List<string> parse = [.. allowed.Elements("parse", 3).Select(kind => kind.ToString())];
        if (parse.Any(kind => kind is not ("users" or "roles" or "everyone")))
            allowed.Fail("parse", "BASE_TYPE_CHOICES", "Value must be one of ('users', 'roles', 'everyone').");
        return new Mentions(
            parse.Contains("everyone") && Everyone().IsMatch(content),
            Pick(allowed, "users", parse, Find(User(), content)),
            Pick(allowed, "roles", parse, Find(Role(), content)));
    }

    private static IReadOnlyList<Snowflake> Pick(Form allowed, string kind, List<string> parse, IReadOnlyList<Snowflake> found)
    {
        IReadOnlyList<JsonElement> named = allowed.Elements(kind, 100);
        if (!parse.Contains(kind))
            return [.. found.Where(id => named.Any(name => name.ToString() == id.ToString()))];
        if (named.Count > 0)
            allowed.Fail("MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", $"parse:[\"{kind}\"] and {kind}: [ids...] are mutually exclusive.");
        return found;
    }

    private static IReadOnlyList<Snowflake> Find(Regex mention, string content) =>
        [.. mention.Matches(content).Select(match => Snowflake.TryParse(match.Groups[1].ValueSpan, out Snowflake id) ? id : default).Distinct()];

    [GeneratedRegex("<@!?([0-9]{1,20})>")]
    private static partial Regex User();

    [GeneratedRegex("<@&([0-9]{1,20})>")]
    private static partial Regex Role();

    [GeneratedRegex("@(everyone|here)")]
    private static partial Regex Everyone();
}
