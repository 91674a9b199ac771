using System.Text;

namespace VqganBot.Generation.Clip;

/// <summary>
/// GPT-2's printable stand-in for each byte: 188 bytes stand for themselves and come first, the other 68 become
/// U+0100 and up in byte order. The order is the order of the first 256 tokens.
/// </summary>
internal static class ByteAlphabet
{
    private static readonly char[] ByByte = new char[256];
    private static readonly Dictionary<char, byte> ByCharacter = [];

    static ByteAlphabet()
    {
        byte[] printable = [.. Range('!', '~'), .. Range('¡', '¬'), .. Range('®', 'ÿ')];
        byte[] others = [.. Enumerable.Range(0, 256).Select(value => (byte)value).Except(printable)];
        var order = new StringBuilder(256);
        foreach (byte value in printable)
            order.Append(Add(value, (char)value));
        for (int i = 0; i < others.Length; i++)
            order.Append(Add(others[i], (char)(256 + i)));
        InTokenOrder = order.ToString();
    }

    public static string InTokenOrder { get; }

    public static string Spell(string text) => string.Create(Encoding.UTF8.GetByteCount(text), text, static (spelled, source) =>
    {
        byte[] bytes = Encoding.UTF8.GetBytes(source);
        for (int i = 0; i < bytes.Length; i++)
            spelled[i] = ByByte[bytes[i]];
    });

    /// <summary>The text behind spelled bytes; bytes that are no UTF-8 become U+FFFD.</summary>
    public static string Read(string spelled) => Encoding.UTF8.GetString([.. spelled.Select(c => ByCharacter[c])]);

    public static bool Contains(char character) => ByCharacter.ContainsKey(character);

    private static char Add(byte value, char character)
    {
        ByByte[value] = character;
        ByCharacter[character] = value;
        return character;
    }

    private static IEnumerable<byte> Range(char first, char last) => Enumerable.Range(first, last - first + 1).Select(value => (byte)value);
}
