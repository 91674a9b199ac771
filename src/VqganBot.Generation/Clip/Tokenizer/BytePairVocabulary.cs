using System.IO.Compression;
using System.Text;

namespace VqganBot.Generation.Clip;

/// <summary>The tokens of a merges file in CLIP's format: 256 bytes, the same ending a word, one token a merge, two specials.</summary>
internal sealed class BytePairVocabulary
{
    public const string EndOfWord = "</w>";

    // openai/CLIP d05afc4 takes lines 1 to 48,894 of its file, which lists more.
    private const int MostMerges = 49152 - 256 - 2;
    private const int MostCharacters = 16 << 20;
    private readonly List<string> _tokens = new(512);
    private readonly Dictionary<string, int> _symbols = [];
    private readonly List<int> _outputs = new(512);
    private readonly Dictionary<(int Left, int Right), (int Rank, int Merged)> _merges = [];

    private BytePairVocabulary(string path, IEnumerable<string> lines)
    {
        foreach (char c in ByteAlphabet.InTokenOrder)
            Add(c.ToString());
        foreach (char c in ByteAlphabet.InTokenOrder)
            Add(c + EndOfWord);
        int number = 1;
        foreach (string line in lines)
            AddMerge(path, ++number, line);
        StartToken = Add(WordSplitter.StartOfText);
        EndToken = Add(WordSplitter.EndOfText);
    }

    public int Count => _tokens.Count;

    public int StartToken { get; }

    public int EndToken { get; }

    public static BytePairVocabulary Load(string path)
    {
        string[] lines = ReadAll(path).Split('\n');
        int last = lines.Length > 1 && lines[^1].Length == 0 ? lines.Length - 1 : lines.Length;
        return new BytePairVocabulary(path, lines[..last].Skip(1).Take(MostMerges).Select(line => line.TrimEnd('\r')));
    }

    public string Token(int id) => _tokens[id];

    /// <summary>The number that merging knows a token by: the first of its ids, should two merges spell the same.</summary>
    public int Symbol(string token) => _symbols[token];

    /// <summary>The id that a symbol is written as: the last of its ids, as the original's dictionary has it.</summary>
    public int Output(int symbol) => _outputs[symbol];

    public bool TryMerge(int left, int right, out (int Rank, int Merged) merge) => _merges.TryGetValue((left, right), out merge);

    private static string ReadAll(string path)
    {
        using FileStream file = File.OpenRead(path);
        bool isGzip = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
        file.Position = 0;
        using Stream content = isGzip ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(content, new UTF8Encoding(false, throwOnInvalidBytes: true));
        try
        {
            char[] buffer = new char[MostCharacters];
            int length = reader.ReadBlock(buffer);
            if (length == buffer.Length)
                throw new InvalidDataException($"{path} was read as a list of byte pair merges, but it holds more than {MostCharacters:N0} characters; CLIP's list holds about 3 million.");
            return new string(buffer, 0, length);
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidDataException($"{path} was read as a list of byte pair merges, but it is not UTF-8 text, plain or gzipped.");
        }
    }

    private void AddMerge(string path, int number, string line)
    {
        string[] parts = line.Split(' ');
        if (parts.Length != 2 || !_symbols.TryGetValue(parts[0], out int left) || !_symbols.TryGetValue(parts[1], out int right))
        {
            string shown = line.Length > 60 ? line[..60] + "…" : line;
            throw new InvalidDataException($"{path}, line {number}: \"{shown}\" should be two earlier tokens with one space between them, as in CLIP's merges file.");
        }

        // As in the original's dictionary, a pair listed twice has its last rank.
        Add(parts[0] + parts[1]);
        _merges[(left, right)] = (number, _symbols[parts[0] + parts[1]]);
    }

    private int Add(string token)
    {
        int id = _tokens.Count;
        _tokens.Add(token);
        _outputs.Add(id);
        if (!_symbols.TryAdd(token, id))
            _outputs[_symbols[token]] = id;
        return id;
    }
}
