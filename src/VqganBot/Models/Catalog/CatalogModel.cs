using System.Text.Json.Serialization;

namespace VqganBot.Models.Catalog;

/// <summary>
/// What a person pulls by name: a set of files and, for a pack, how to paint with them. The defaults stand in the
/// getters because generated JSON readers set what the text leaves out to null, past any initializer.
/// </summary>
internal sealed record CatalogModel
{
    public required string Name { get; init; }

    public required ModelKind Kind { get; init; }

    /// <value>Other names it is asked for by, such as "ViT-B/32".</value>
    public IReadOnlyList<string> Aliases { get => field ?? []; init; }

    public required string Description { get; init; }

    /// <value>The name of a file of kind vqgan; for a pack.</value>
    public string? Vqgan { get; init; }

    /// <value>The name of a file of kind vqganConfig; for a pack.</value>
    public string? VqganConfig { get; init; }

    public required IReadOnlyList<string> Clip { get; init; }

    public required string Tokenizer { get; init; }

    public IReadOnlyList<int> DefaultSize { get => field ?? [256, 256]; init; }

    public int? DefaultSteps { get; init; }

    public string? DefaultPreset { get; init; }

    public string Notes { get => field ?? ""; init; }

    /// <value>The names of all files it is made of.</value>
    [JsonIgnore]
    public IEnumerable<string> FileNames => new[] { VqganConfig, Tokenizer }.Concat(Clip).Append(Vqgan).OfType<string>();
}
