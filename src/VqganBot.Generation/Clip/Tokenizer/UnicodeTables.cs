using System.Globalization;
using System.Text;

namespace VqganBot.Generation.Clip;

/// <summary>
/// Canonical decompositions, combining classes and character widths. The runtime has its own only through ICU, which a
/// machine may lack and which InvariantGlobalization switches off; <c>Data/make_tables.py</c> wrote these.
/// </summary>
internal static class UnicodeTables
{
    private static readonly Dictionary<int, int[]> Steps = [];
    private static readonly Dictionary<(int First, int Second), int> Pairs = [];
    private static readonly Dictionary<int, byte> Classes = [];
    private static readonly Dictionary<int, string> OrdinaryWidths = [];

    static UnicodeTables()
    {
        foreach (string line in TokenizerData.Lines("unicode.txt"))
            AddLine(line.Split(' '));
    }

    /// <summary>The one or two code points that <paramref name="codePoint"/> consists of, or null.</summary>
    public static int[]? Decompose(int codePoint) => Steps.GetValueOrDefault(codePoint);

    /// <summary>The code point that the two make together, or null.</summary>
    public static int? Compose(int first, int second) => Pairs.TryGetValue((first, second), out int made) ? made : null;

    /// <value>0 for a starter, otherwise the canonical combining class.</value>
    public static int CombiningClass(int codePoint) => Classes.GetValueOrDefault(codePoint);

    /// <summary>The ordinary form of a full-width or half-width character, or null.</summary>
    public static string? OrdinaryWidth(int codePoint) => OrdinaryWidths.GetValueOrDefault(codePoint);

    private static void AddLine(string[] fields)
    {
        int code = TokenizerData.Hex(fields[1]);
        switch (fields[0])
        {
            case "R":
                Classes[code] = byte.Parse(fields[2], CultureInfo.InvariantCulture);
                break;
            case "W":
                OrdinaryWidths[code] = TokenizerData.Text(fields.AsSpan(2));
                break;
            default:
                int[] parts = [.. fields.Skip(2).Select(TokenizerData.Hex)];
                Steps[code] = parts;
                if (fields[0] == "D")
                    Pairs[(parts[0], parts[1])] = code;
                break;
        }
    }
}
