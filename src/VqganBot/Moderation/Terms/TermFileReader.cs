using System.Text.Json;

namespace VqganBot.Moderation;

/// <summary>Reads <c>moderation.json</c>: the terms that hold on every server.</summary>
internal static class TermFileReader
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <exception cref="FormatException">The file says what cannot be meant; the message says where.</exception>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static TermList Read(string json)
    {
        using var document = JsonDocument.Parse(json, Lenient);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
            throw new FormatException($"The file must be an object in braces, and is {document.RootElement.ValueKind}.");
        return new TermList([.. document.RootElement.EnumerateObject().SelectMany(Terms)]);
    }

    private static IEnumerable<BlockedTerm> Terms(JsonProperty part)
    {
        Func<string, BlockedTerm> make = part.Name switch
        {
            "words" => text => new BlockedTerm(text),
            "patterns" => text => new BlockedTerm(text, IsRegex: true),
            "nsfw_words" => text => new BlockedTerm(text, NsfwOnly: true),
            "nsfw_patterns" => text => new BlockedTerm(text, IsRegex: true, NsfwOnly: true),
            _ => throw new FormatException($"'{part.Name}' is not known; there are 'words', 'patterns', 'nsfw_words' and 'nsfw_patterns'."),
        };
        if (part.Value.ValueKind != JsonValueKind.Array)
            throw new FormatException($"'{part.Name}' must be a list in brackets, and is {part.Value.ValueKind}.");
        foreach (var item in part.Value.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.String)
                throw new FormatException($"'{part.Name}' has {item.GetRawText()} in it; it takes texts in quotes.");
            var term = make(item.GetString()!);
            try
            {
                TermRules.Require(term);
            }
            catch (FormatException exception)
            {
                throw new FormatException($"'{part.Name}' has '{term.Text}' in it. {exception.Message}", exception);
            }

            yield return term;
        }
    }
}
