using System.Text.Json;

namespace VqganBot.Models.Catalog;

/// <summary>The published models this program knows: <c>config/models.json</c>.</summary>
internal sealed record ModelCatalog
{
    public const int CurrentVersion = 1;

    public required int Version { get; init; }

    /// <value>Hosts that the mirrors send one on to; a redirect anywhere else is refused.</value>
    public IReadOnlyList<string> RedirectHosts { get => field ?? []; init; }

    public required IReadOnlyList<CatalogFile> Files { get; init; }

    public required IReadOnlyList<CatalogModel> Models { get; init; }

    /// <summary>Reads and checks a catalogue.</summary>
    /// <exception cref="CatalogException">It is missing or faulty.</exception>
    public static ModelCatalog Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!System.IO.File.Exists(path))
            throw new CatalogException(path, ["There is no such file."]);
        try
        {
            ModelCatalog catalog = JsonSerializer.Deserialize(System.IO.File.ReadAllBytes(path), CatalogJson.Default.ModelCatalog)
                ?? throw new CatalogException(path, ["It holds null; an object with version, files and models is needed."]);
            IReadOnlyList<string> faults = CatalogValidator.Check(catalog);
            return faults.Count == 0 ? catalog : throw new CatalogException(path, faults);
        }
        catch (JsonException e)
        {
            throw new CatalogException(path, [e.Message]);
        }
    }

    /// <summary>The model of a name or alias, in any case; null where there is none.</summary>
    public CatalogModel? Find(string name) => Models.FirstOrDefault(model =>
        model.Name.Equals(name, StringComparison.OrdinalIgnoreCase) || model.Aliases.Contains(name, StringComparer.OrdinalIgnoreCase));

    public CatalogFile File(string name) => Files.First(file => file.Name == name);

    public IReadOnlyList<CatalogFile> FilesOf(CatalogModel model) => [.. model.FileNames.Select(File)];

    /// <summary>About how many bytes a pull of the model brings onto an empty disk.</summary>
    public long DownloadBytes(CatalogModel model) => FilesOf(model).Sum(file => file.ExpectedBytes);
}
