using System.Text.Json;

namespace VqganBot.Generation.Classification;

/// <summary>
/// The lists of <c>config/phrases.json</c>: those of single packs, for a CLIP knows only the words it was trained on, and the
/// general ones for all others.
/// </summary>
public sealed class PhraseCatalog
{
    /// <summary>The name of the lists for packs that have none of their own.</summary>
    public const string General = "general";

    // What the prompt parser reads as something else than words.
    private static readonly char[] PromptMarks = ['|', '^', ':'];

    private readonly Dictionary<string, PhraseLists> _lists;

    private PhraseCatalog(Dictionary<string, PhraseLists> lists) => _lists = lists;

    /// <summary>Reads the file of that path.</summary>
    /// <exception cref="InvalidDataException">It is not what <c>phrases.json</c> should be.</exception>
    public static PhraseCatalog Load(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path));
        }
        catch (FormatException e)
        {
            throw new InvalidDataException($"'{path}': {e.Message}", e);
        }
    }

    /// <summary>Reads the text of a <c>phrases.json</c>.</summary>
    /// <exception cref="FormatException">It is no such text; the message says where.</exception>
    public static PhraseCatalog Parse(string json)
    {
        Dictionary<string, PhraseLists>? lists;
        try
        {
            lists = JsonSerializer.Deserialize(json, PhraseJson.Default.DictionaryStringPhraseLists);
        }
        catch (JsonException e)
        {
            throw new FormatException($"it is not the JSON that is wanted: {e.Message}", e);
        }

        if (lists is null || !lists.ContainsKey(General))
            throw new FormatException($"it has no lists of the name \"{General}\", which serve all packs without their own.");
        foreach ((string name, PhraseLists list) in lists)
            Check(name, list);
        return new PhraseCatalog(new Dictionary<string, PhraseLists>(lists, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>The lists of a pack, else the general ones.</summary>
    public PhraseLists For(string pack) => _lists.GetValueOrDefault(pack) ?? _lists[General];

    private static void Check(string name, PhraseLists? lists)
    {
        if (lists is null)
            throw new FormatException($"the lists of \"{name}\" are null.");
        (string Name, IReadOnlyList<string> Phrases)[] named =
        [
            ("templates", lists.Templates), ("subjects", lists.Subjects), ("colours", lists.Colours), ("scenes", lists.Scenes), ("styles", lists.Styles),
        ];
        foreach ((string list, IReadOnlyList<string> phrases) in named)
        {
            if (phrases is null or [])
                throw new FormatException($"\"{list}\" of \"{name}\" is empty; at least one phrase is needed.");
            if (phrases.FirstOrDefault(phrase => string.IsNullOrWhiteSpace(phrase) || phrase.IndexOfAny(PromptMarks) >= 0) is { } bad)
                throw new FormatException($"\"{list}\" of \"{name}\" has the phrase \"{bad}\"; words without '|', '^' and ':' are wanted, which have a meaning in prompts.");
        }

        if (lists.Templates.FirstOrDefault(template => !template.Contains(PromptTemplates.Place, StringComparison.Ordinal)) is { } placeless)
            throw new FormatException($"the template \"{placeless}\" of \"{name}\" has no {PromptTemplates.Place}, where the label goes.");
    }
}
