using System.Text.Json.Serialization;

namespace VqganBot.Models.Catalog;

/// <summary>One file that can be fetched, and how one knows it is the right one.</summary>
internal sealed record CatalogFile
{
    public required string Name { get; init; }

    public required FileKind Kind { get; init; }

    /// <value>The name it is kept under.</value>
    public required string FileName { get; init; }

    /// <value>Where it is to be had, best first.</value>
    public required IReadOnlyList<Uri> Mirrors { get; init; }

    /// <value>Its exact length, or null where nobody has published it.</value>
    public long? Bytes { get; init; }

    /// <value>About its length, where the exact one is not known.</value>
    public long? ApproximateBytes { get; init; }

    /// <value>64 hexadecimal digits, or null where nobody has published them.</value>
    public string? Sha256 { get; init; }

    public required string License { get; init; }

    public string Notes { get => field ?? ""; init; }

    /// <value>What to tell a person, and to look for on the disk.</value>
    [JsonIgnore]
    public long ExpectedBytes => Bytes ?? ApproximateBytes ?? 0;

    /// <value>Less than this is not the file but, say, a page which says that it has gone.</value>
    [JsonIgnore]
    public long LeastBytes => Bytes ?? ExpectedBytes / 2;

    /// <value>More than this is not the file either, whatever a server says.</value>
    [JsonIgnore]
    public long MostBytes => Bytes ?? ExpectedBytes + ExpectedBytes / 2 + 4096;
}
