using System.Text;

namespace VqganBot.Generation.Checkpoints;

/// <summary>A file of weights (or its configuration) is missing, damaged, hostile, or does not fit what it is loaded into.</summary>
public sealed class CheckpointException : Exception
{
    private const int LongestKeyShown = 120;

    /// <summary>Says in one sentence what is wrong with <paramref name="file"/>, and at which key where one is known.</summary>
    public CheckpointException(string file, string? key, string fault, Exception? inner = null)
        : base(key is null ? $"Cannot use the file '{file}': {fault}." : $"Cannot use '{Show(key)}' of the file '{file}': {fault}.", inner)
    {
        File = file;
        Key = key;
    }

    /// <value>The file that was read.</value>
    public string File { get; }

    /// <value>The tensor, archive entry or setting concerned, or null where the whole file is.</value>
    public string? Key { get; }

    /// <summary>Makes text out of a file fit for a message: short, and without control characters.</summary>
    internal static string Show(string text)
    {
        var shown = new StringBuilder();
        foreach (var character in text.AsSpan(0, Math.Min(text.Length, LongestKeyShown)))
            shown.Append(char.IsControl(character) || char.IsSurrogate(character) ? '?' : character);
        return text.Length > LongestKeyShown ? shown.Append('…').ToString() : shown.ToString();
    }
}
