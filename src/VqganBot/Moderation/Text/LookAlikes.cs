namespace VqganBot.Moderation;

/// <summary>Letters of other alphabets, small capitals and symbols that are read as Latin letters, in lower case.</summary>
internal static class LookAlikes
{
    private static readonly (string Latin, string Others)[] Table =
    [
        ("a", "аαɑᴀ⍺"), ("ae", "æ"), ("b", "ьвβʙƅ"), ("c", "сϲςᴄ¢ⲥ"), ("d", "ԁɗᴅđð"), ("e", "еєҽεᴇɛəǝ"), ("f", "ƒғꜰϝ"), ("g", "ɡցɢԍ"),
        ("h", "һհнʜħ"), ("i", "іїιɩɪı"), ("j", "јϳᴊ"), ("k", "кκᴋқ"), ("l", "ӏʟłɭ"), ("m", "мᴍ"), ("n", "пηոɴŋ"), ("o", "оοσօᴏøⲟ"),
        ("oe", "œ"), ("p", "рρᴘ"), ("q", "ԛզ"), ("r", "гяᴦʀɾ"), ("s", "ѕꜱʂ"), ("ss", "ß"), ("t", "тτᴛŧ"), ("th", "þ"), ("u", "υսᴜμʊ"),
        ("v", "ѵνᴠ"), ("w", "ѡωԝᴡшщ"), ("x", "хχҳ"), ("y", "уүγʏ"), ("z", "ᴢʐ"),
    ];

    private static readonly Dictionary<char, string> Latin =
        Table.SelectMany(row => row.Others.Select(other => (other, row.Latin))).ToDictionary(pair => pair.other, pair => pair.Latin);

    public static string? Of(char letter) => Latin.GetValueOrDefault(letter);
}
