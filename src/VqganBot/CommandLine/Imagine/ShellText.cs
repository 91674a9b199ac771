namespace VqganBot.CommandLine.Imagine;

/// <summary>Words as a person can paste them into a shell.</summary>
internal static class ShellText
{
    private const string Plain = "._-/:=,+@";

    public static string Quote(string word) =>
        word.Length > 0 && word.All(letter => char.IsLetterOrDigit(letter) || Plain.Contains(letter))
            ? word
            : word.AsSpan().ContainsAny("\"$`\\!") ? $"'{word.Replace("'", "'\\''")}'" : $"\"{word}\"";
}
