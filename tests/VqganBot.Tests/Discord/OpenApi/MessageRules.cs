using System.Text.Json;

namespace VqganBot.Tests.Discord.OpenApi;

/// <summary>What Discord asks of a message beyond what its description can say.</summary>
internal static class MessageRules
{
    private const int EmbedSum = 6000;
    private const int Content = 2000;
    private const int MostComponents = 40;
    private const int MostRows = 5;
    private const int Ephemeral = 64;
    private const int ComponentsV2 = 1 << 15;

    public static IEnumerable<string> Check(JsonElement message, bool isNew, bool isForInteraction)
    {
        var flags = message.Find("flags")?.GetInt32() ?? 0;
        var isV2 = (flags & ComponentsV2) != 0;
        var components = message.List("components");
        if ((message.Text("content")?.EnumerateRunes().Count() ?? 0) > Content) yield return $"content: longer than {Content}";
        if (message.List("embeds").Sum(Characters) > EmbedSum) yield return $"embeds: more than {EmbedSum} characters in all";
        if (isV2 && (message.Text("content") is not null || message.List("embeds").Count > 0)) yield return "flags: components V2 leave no content and no embeds";
        if (isV2 ? components.Sum(Count) > MostComponents : components.Count > MostRows) yield return "components: too many";
        if (!isV2 && components.Exists(component => component.Find("type")?.GetInt32() != 1)) yield return "components: only action rows without the flag for components V2";
        if (flags != 0 && !isForInteraction && (flags & Ephemeral) != 0) yield return "flags: only answers to interactions are ephemeral";
        if (isNew && IsEmpty(message)) yield return "body: an empty message";

        // House rule: nobody is pinged by chance, and an edit forgets what was said before.
        if (message.Find("allowed_mentions")?.Find("parse") is not { ValueKind: JsonValueKind.Array } parse || parse.GetArrayLength() > 0) yield return "allowed_mentions: not {\"parse\":[]}";
        foreach (var violation in ComponentRules.Check(components)) yield return violation;
        foreach (var violation in References(message)) yield return violation;
    }

    private static bool IsEmpty(JsonElement message) =>
        string.IsNullOrEmpty(message.Text("content")) && new[] { "embeds", "components", "attachments", "sticker_ids" }.All(name => message.List(name).Count == 0) && message.Find("poll") is null;

    private static IEnumerable<string> References(JsonElement message)
    {
        var files = message.List("attachments").Select(attachment => attachment.Text("filename")).ToHashSet();
        foreach (var url in message.List("embeds").SelectMany(embed => new[] { embed.Find("image")?.Text("url"), embed.Find("thumbnail")?.Text("url") }))
        {
            if (url?.StartsWith("attachment://", StringComparison.Ordinal) == true && !files.Contains(url["attachment://".Length..])) yield return $"embeds: {url} is not among the attachments";
        }
    }

    private static int Characters(JsonElement embed) =>
        new[] { embed.Text("title"), embed.Text("description"), embed.Find("footer")?.Text("text"), embed.Find("author")?.Text("name") }
            .Concat(embed.List("fields").SelectMany(field => new[] { field.Text("name"), field.Text("value") }))
            .Sum(text => text?.EnumerateRunes().Count() ?? 0);

    private static int Count(JsonElement component) => 1 + component.List("components").Sum(Count) + (component.Find("accessory") is { } accessory ? Count(accessory) : 0);
}
