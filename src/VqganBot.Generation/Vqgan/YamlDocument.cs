using VqganBot.Generation.Checkpoints;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace VqganBot.Generation.Vqgan;

/// <summary>
/// A small YAML file as a table from path to text: "model.params.ddconfig.ch_mult.0". Nesting, size and length are bounded, and
/// aliases are refused, because a few of them can describe a document of any size.
/// </summary>
internal sealed class YamlDocument
{
    private const int LongestFile = 256 * 1024;
    private const int LongestKey = 128;
    private const int DeepestNesting = 16;
    private const int MostValues = 10_000;

    private readonly string _file;
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _lists = new(StringComparer.Ordinal);

    private YamlDocument(string file) => _file = file;

    public static YamlDocument Read(string path)
    {
        var document = new YamlDocument(path);
        try
        {
            if (new FileInfo(path).Length > LongestFile)
                throw document.Fault(null, $"it is longer than {LongestFile} bytes, more than any configuration");
            using var text = File.OpenText(path);
            var parser = new Parser(text);
            parser.Consume<StreamStart>();
            if (!parser.Accept<DocumentStart>(out _))
                throw document.Fault(null, "it is empty, where a configuration in YAML was expected");
            parser.Consume<DocumentStart>();
            document.ReadValue(parser, "", 0);
            return document;
        }
        // InvalidOperationException is what YamlDotNet's scanner throws for some text that ends inside a bracket.
        catch (Exception fault) when (fault is YamlException or InvalidOperationException)
        {
            throw new CheckpointException(path, null, "it is not valid YAML" + (fault is YamlException { Start.Line: var line } ? $" in line {line}" : ""), fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new CheckpointException(path, null, fault is FileNotFoundException or DirectoryNotFoundException ? "there is no such file" : $"it cannot be read ({fault.Message.TrimEnd('.')})", fault);
        }
    }

    public bool Has(string path) => _values.ContainsKey(path) || _lists.ContainsKey(path);

    public string? Find(string path) => _values.GetValueOrDefault(path);

    /// <summary>How many entries a list has, or null where the path is no list.</summary>
    public int? Count(string path) => _lists.TryGetValue(path, out var count) ? count : null;

    public CheckpointException Fault(string? key, string fault) => new(_file, key, fault);

    private void ReadValue(Parser parser, string path, int depth)
    {
        if (depth > DeepestNesting)
            throw Fault(null, $"it is nested more than {DeepestNesting} deep");
        if (parser.TryConsume<Scalar>(out var scalar))
        {
            _values[path] = scalar.Value;
        }
        else if (parser.TryConsume<SequenceStart>(out _))
        {
            var count = 0;
            for (; !parser.TryConsume<SequenceEnd>(out _); count++)
                ReadValue(parser, Join(path, $"{count}"), depth + 1);
            _lists[path] = count;
        }
        else if (parser.TryConsume<MappingStart>(out _))
        {
            while (!parser.TryConsume<MappingEnd>(out _))
                ReadEntry(parser, path, depth);
        }
        else
        {
            throw Fault(path, "it refers to another value by an alias; write the value itself");
        }

        if (_values.Count + _lists.Count > MostValues)
            throw Fault(null, $"it has more than {MostValues} values");
    }

    private void ReadEntry(Parser parser, string path, int depth)
    {
        if (!parser.TryConsume<Scalar>(out var key) || key.Value.Length > LongestKey)
            throw Fault(path, $"a name in it is no text, or is longer than {LongestKey} characters");
        var inner = Join(path, key.Value);
        if (Has(inner))
            throw Fault(inner, "it is there twice");
        ReadValue(parser, inner, depth + 1);
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
