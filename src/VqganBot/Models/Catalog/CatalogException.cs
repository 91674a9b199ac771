namespace VqganBot.Models.Catalog;

/// <summary>The catalogue of models cannot be used; every fault in it is listed at once.</summary>
public sealed class CatalogException(string file, IReadOnlyList<string> faults)
    : Exception($"The model catalogue {file} cannot be used: {string.Join(" ", faults)}")
{
    public string File { get; } = file;

    public IReadOnlyList<string> Faults { get; } = faults;
}
