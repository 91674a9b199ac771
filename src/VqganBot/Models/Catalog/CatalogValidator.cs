using System.Text.RegularExpressions;

namespace VqganBot.Models.Catalog;

/// <summary>Finds every fault of a catalogue, each as a sentence that names the entry.</summary>
internal static partial class CatalogValidator
{
    public static IReadOnlyList<string> Check(ModelCatalog catalog)
    {
        List<string> faults = [];
        if (catalog.Version != ModelCatalog.CurrentVersion)
            faults.Add($"Its version is {catalog.Version}; this program reads version {ModelCatalog.CurrentVersion}.");
        faults.AddRange(catalog.RedirectHosts.Where(host => Uri.CheckHostName(host) != UriHostNameType.Dns).Select(host => $"\"{host}\" in redirectHosts is no host name."));
        faults.AddRange(Twice(catalog.Files.Select(file => file.Name)).Select(name => $"Two files have the name {name}."));
        faults.AddRange(Twice(catalog.Files.Select(file => file.FileName)).Select(name => $"Two files are kept as {name}."));
        faults.AddRange(Twice(catalog.Models.SelectMany(model => model.Aliases.Prepend(model.Name))).Select(name => $"Two models have the name {name}."));
        foreach (CatalogFile file in catalog.Files)
            faults.AddRange(Check(file).Select(fault => $"File {file.Name}: {fault}"));
        foreach (CatalogModel model in catalog.Models)
            faults.AddRange(Check(model, catalog).Select(fault => $"Model {model.Name}: {fault}"));
        return faults;
    }

    private static IEnumerable<string> Check(CatalogFile file)
    {
        if (!Name().IsMatch(file.Name))
            yield return "its name should be small letters, digits, dots and hyphens.";
        if (!SafeFileName().IsMatch(file.FileName))
            yield return $"\"{file.FileName}\" is no plain file name.";
        if (file.Mirrors.Count == 0)
            yield return "it has no mirror.";
        foreach (Uri mirror in file.Mirrors)
        {
            if (!mirror.IsAbsoluteUri || mirror.Scheme != Uri.UriSchemeHttps)
                yield return $"{mirror} should be an https address.";
        }

        foreach (string twice in Twice(file.Mirrors.Select(mirror => mirror.OriginalString)))
            yield return $"{twice} is listed twice.";
        if (file.Sha256 is not null && !Sum().IsMatch(file.Sha256))
            yield return $"\"{file.Sha256}\" is no SHA-256; 64 small hexadecimal digits are needed.";
        if (file.Bytes is null == file.ApproximateBytes is null)
            yield return "it should have either bytes or approximateBytes.";
        if (file.Bytes is <= 0 || file.ApproximateBytes is <= 0)
            yield return "its size should be above 0.";
        if (string.IsNullOrWhiteSpace(file.License))
            yield return "it has no licence; say so in words where none is stated.";
    }

    private static IEnumerable<string> Check(CatalogModel model, ModelCatalog catalog)
    {
        if (!Name().IsMatch(model.Name))
            yield return "its name should be small letters, digits, dots and hyphens.";
        if (string.IsNullOrWhiteSpace(model.Description))
            yield return "it has no description.";
        if (model.Clip.Count == 0)
            yield return "it names no CLIP.";
        if (model.Kind == ModelKind.Pack && (model.Vqgan is null || model.VqganConfig is null))
            yield return "a pack needs vqgan and vqganConfig.";
        if (model.Kind == ModelKind.Clip && (model.Vqgan is not null || model.VqganConfig is not null))
            yield return "a CLIP has neither vqgan nor vqganConfig.";
        if (model.DefaultSize.Count != 2 || model.DefaultSize.Any(side => side < 1) || model.DefaultSteps is < 1)
            yield return "defaultSize should be a width and a height, and defaultSteps at least 1.";

        var parts = model.Clip.Select(clip => (clip, FileKind.Clip)).Append((model.Tokenizer, FileKind.Tokenizer));
        if (model.Vqgan is not null)
            parts = parts.Append((model.Vqgan, FileKind.Vqgan));
        if (model.VqganConfig is not null)
            parts = parts.Append((model.VqganConfig, FileKind.VqganConfig));
        foreach ((string name, FileKind kind) in parts)
        {
            if (!catalog.Files.Any(file => file.Name == name && file.Kind == kind))
                yield return $"there is no file {name} of kind {kind}.";
        }
    }

    private static IEnumerable<string> Twice(IEnumerable<string> names) =>
        names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => group.Key);

    [GeneratedRegex(@"^[a-z0-9][a-z0-9.-]{0,63}\z")]
    private static partial Regex Name();

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]{0,99}\z")]
    private static partial Regex SafeFileName();

    [GeneratedRegex(@"^[0-9a-f]{64}\z")]
    private static partial Regex Sum();
}
