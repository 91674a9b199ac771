namespace VqganBot.Moderation;

/// <summary>Words with letters drawn out: a run of three or more may stand for any run of that letter, a shorter one only for itself, so that "good" is not "god".</summary>
internal static class Stretching
{
    /// <summary>Each run as one letter: the same for all that may be the same word.</summary>
    public static string Key(string text)
    {
        Span<char> key = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var letter in text)
        {
            if (length == 0 || key[length - 1] != letter) key[length++] = letter;
        }

        return new string(key[..length]);
    }

    /// <summary>Whether the text is the term, or begins with it.</summary>
    public static bool IsMeant(string text, string term, bool onlyBegins)
    {
        var (at, position) = (0, 0);
        while (position < term.Length)
        {
            var wanted = Run(term, position);
            var found = at < text.Length && text[at] == term[position] ? Run(text, at) : 0;
            position += wanted;
            var isLastOfPrefix = onlyBegins && position == term.Length;
            if (found != wanted && found < 3 && !(isLastOfPrefix && found > wanted)) return false;
            at += found;
        }

        return onlyBegins || at == text.Length;
    }

    private static int Run(string text, int start)
    {
        var end = start;
        while (end < text.Length && text[end] == text[start]) end++;
        return end - start;
    }
}
