using System.Text;

namespace VqganBot.Generation.Synthesis;

/// <summary>
/// Reads <c>text:weight:stop</c> joined by <c>|</c> into phrases joined by <c>^</c>. A trailing field counts only when it is a
/// number, as in pixray, so "time: 3pm" and addresses survive; a backslash takes the meaning from the <c>|</c>, <c>^</c>, <c>:</c>
/// or backslash after it.
/// </summary>
public static class PromptParser
{
    public const int MostCharacters = 4_000;
    public const int MostPhrases = 64;
    public const int MostPromptsPerPhrase = 32;

    /// <exception cref="PromptException">The text is empty, too long or holds a field out of range.</exception>
    public static IReadOnlyList<IReadOnlyList<TextPrompt>> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > MostCharacters)
            throw new PromptException($"The prompt has {text.Length:N0} characters; at most {MostCharacters:N0} are read.");

        List<IReadOnlyList<TextPrompt>> phrases = [];
        foreach (string phrase in Split(text, '^').Where(phrase => !string.IsNullOrWhiteSpace(phrase)))
        {
            List<TextPrompt> prompts = [.. Split(phrase, '|').Where(part => !string.IsNullOrWhiteSpace(part)).Select(ReadPrompt)];
            if (prompts.Count > MostPromptsPerPhrase)
                throw new PromptException($"A phrase has {prompts.Count} prompts joined by '|'; at most {MostPromptsPerPhrase} are painted at a time.");
            if (prompts.Count > 0)
                phrases.Add(prompts);
        }

        if (phrases.Count == 0)
            throw new PromptException("The prompt is empty; say in words what to paint, such as \"chicken surf\".");
        if (phrases.Count > MostPhrases)
            throw new PromptException($"The story has {phrases.Count} phrases joined by '^'; at most {MostPhrases} are painted.");
        return phrases;
    }

    /// <summary>Reads <c>file:weight:stop</c>, as image prompts are given on a command line.</summary>
    public static TextPrompt ParseFile(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return ReadPrompt(text);
    }

    private static TextPrompt ReadPrompt(string part)
    {
        // From the right: the last number is the weight, or, when a number stands before it too, the stop.
        (string text, string? last) = TakeNumber(part.Trim());
        (string text2, string? before) = last is null ? (text, null) : TakeNumber(text);
        TextPrompt prompt = new(
            Unescape(text2).Trim(),
            PromptNumber.Weight(before ?? last, part),
            PromptNumber.Stop(before is null ? null : last, part));
        return prompt.Text.Length > 0
            ? prompt
            : throw new PromptException($"The prompt '{part.Trim()}' has a weight but no words before it.");
    }

    private static (string Text, string? Number) TakeNumber(string part)
    {
        int colon = LastColon(part);
        return colon >= 0 && PromptNumber.Is(part[(colon + 1)..]) && !EndsInHost(part[..colon])
            ? (part[..colon], part[(colon + 1)..].Trim())
            : (part, null);
    }

    private static int LastColon(string part)
    {
        int colon = -1;
        for (int i = 0; i < part.Length; i++)
        {
            if (part[i] == '\\')
                i++;
            else if (part[i] == ':')
                colon = i;
        }

        return colon;
    }

    // "http://host" before a number: the number is a port, not a weight.
    private static bool EndsInHost(string text)
    {
        string word = text[(text.LastIndexOfAny([' ', '\t', '\n']) + 1)..];
        int scheme = word.IndexOf("://", StringComparison.Ordinal);
        return scheme > 0 && word.IndexOfAny(['/', ':'], scheme + 3) < 0;
    }

    private static IEnumerable<string> Split(string text, char separator)
    {
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == separator)
            {
                yield return text[start..i];
                start = i + 1;
            }
        }

        yield return text[start..];
    }

    private static string Unescape(string text)
    {
        StringBuilder plain = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            bool escapes = text[i] == '\\' && i + 1 < text.Length && text[i + 1] is '|' or '^' or ':' or '\\';
            plain.Append(text[escapes ? ++i : i]);
        }

        return plain.ToString();
    }
}
