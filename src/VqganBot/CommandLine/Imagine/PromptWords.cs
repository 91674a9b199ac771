using VqganBot.CommandLine.Errors;

namespace VqganBot.CommandLine.Imagine;

/// <summary>Forgotten quotes are forgiven: <c>imagine chicken surf</c>. A mistyped option must not end up in the picture.</summary>
internal static class PromptWords
{
    public static string? Join(IReadOnlyList<string> words, bool afterDashes, string command = "imagine")
    {
        if (words.Count == 0) return null;
        if (!afterDashes && words.FirstOrDefault(LooksLikeOption) is { } option)
            throw UserErrorException.Usage(
                $"'{option}' is not an option of {command}. See: {CommandContext.ProgramName} {command} --help. If it belongs to the prompt, put two dashes before the prompt: {command} -- \"{option} ...\"");
        return string.Join(' ', words);
    }

    private static bool LooksLikeOption(string word) =>
        word.Length > 1 && word[0] == '-' && (word[1] == '-' || char.IsAsciiLetter(word[1])) && !word.Contains(' ');
}
