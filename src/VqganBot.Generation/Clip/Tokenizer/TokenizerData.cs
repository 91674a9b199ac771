using System.Globalization;
using System.Text;

namespace VqganBot.Generation.Clip;

/// <summary>Reads the tables that are embedded beside the tokenizer.</summary>
internal static class TokenizerData
{
    public static IEnumerable<string> Lines(string name)
    {
        using Stream stream = typeof(TokenizerData).Assembly.GetManifestResourceStream("Tokenizer." + name)
            ?? throw new InvalidOperationException($"The table {name} is not in this build of VqganBot.Generation; it should be embedded from Clip/Tokenizer/Data.");
        using var reader = new StreamReader(stream, Encoding.ASCII);
        while (reader.ReadLine() is { } line)
            yield return line;
    }

    public static int Hex(string digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    public static string Text(ReadOnlySpan<string> codePoints)
    {
        var text = new StringBuilder();
        foreach (string digits in codePoints)
            text.Append(new Rune(Hex(digits)).ToString());
        return text.ToString();
    }
}
