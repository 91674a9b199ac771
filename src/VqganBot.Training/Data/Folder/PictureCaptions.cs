using System.Text;

namespace VqganBot.Training.Data.Folder;

/// <summary>
/// What is said about a picture file: every line of the .txt beside it is a caption; without one, the words of the file's
/// name are, as in "a_red-boat 003.png".
/// </summary>
internal static class PictureCaptions
{
    private const int MostBytes = 64 * 1024;
    private const int LongNumber = 3;
    private static readonly char[] BetweenWords = [' ', '_', '-', '.', '(', ')', '[', ']', '+', ','];

    public static IReadOnlyList<string> Of(FolderListing listing, string name)
    {
        var beside = Path.ChangeExtension(listing.PathOf(name), ".txt");
        return File.Exists(beside) ? Lines(beside) : OfName(Path.GetFileNameWithoutExtension(name));
    }

    private static List<string> Lines(string path)
    {
        using var file = File.OpenRead(path);
        var bytes = new byte[MostBytes];
        var text = Encoding.UTF8.GetString(bytes, 0, file.ReadAtLeast(bytes, MostBytes, throwOnEndOfStream: false));
        return [.. text.TrimStart('\uFEFF').Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
    }

    /// <summary>The number at the end, long numbers, and what a camera or a program calls its files, say nothing.</summary>
    private static List<string> OfName(string name)
    {
        var words = name.Split(BetweenWords, StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Count(char.IsAsciiDigit) < LongNumber && !IsLabel(word))
            .ToList();
        while (words.Count > 0 && words[^1].All(char.IsAsciiDigit))
            words.RemoveAt(words.Count - 1);
        return words.Count == 0 ? [] : [string.Join(' ', words)];
    }

    private static bool IsLabel(string word) =>
        word.ToUpperInvariant() is "IMG" or "DSC" or "DSCN" or "DSCF" or "PXL" or "SCAN" or "IMAGE" or "SCREENSHOT" or "UNTITLED";
}
