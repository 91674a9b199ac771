using VqganBot.Generation.Packs;
using VqganBot.Models.Catalog;

namespace VqganBot.Models;

/// <summary>From a model's name to its folder: what was pulled, what came with the program, or a folder given as such.</summary>
internal sealed class InstalledModels(ModelCatalog catalog, string builtInFolder, string pulledFolder)
{
    private const string Manifest = "pack.json";

    /// <summary>Those of this program, with data/models or the folder that the option or VQGANBOT_MODELS names.</summary>
    public static InstalledModels Open(string? pulledFolder = null) =>
        new(ModelCatalog.Load(ModelFolders.CatalogPath), ModelFolders.BuiltIn, ModelFolders.Pulled(pulledFolder));

    /// <summary>The folder of a pack, by its name, an alias, or a path.</summary>
    /// <exception cref="ModelNotInstalledException">It is not here, or not all of it; the message names the command that fetches it.</exception>
    public string FindPack(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        CatalogModel? known = catalog.Find(name);
        if (known is { Kind: ModelKind.Clip })
            throw new ModelNotInstalledException(name, $"{known.Name} is a CLIP alone and cannot paint. {Choices()}");
        string? folder = Candidates(known?.Name ?? name).FirstOrDefault(candidate => File.Exists(Path.Combine(candidate, Manifest)));
        if (folder is null)
            throw NotHere(name, known);
        string[] missing = MissingFiles(folder);
        if (missing.Length > 0)
            throw Incomplete(name, known, folder, missing);
        return folder;
    }

    /// <summary>A single CLIP by its name or an alias, or the first one of a pack.</summary>
    /// <exception cref="ModelNotInstalledException">It is not here; the message names the command that fetches it.</exception>
    public ClipFiles FindClip(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (catalog.Find(name) is { Kind: ModelKind.Clip } known)
        {
            var single = new ClipFiles(known.Name, ModelLayout.PathOf(catalog.File(known.Clip[0]), pulledFolder), ModelLayout.PathOf(catalog.File(known.Tokenizer), pulledFolder));
            return File.Exists(single.Weights) && File.Exists(single.Tokenizer) ? single : throw NotHere(name, known);
        }

        string folder = FindPack(name);
        ModelPackManifest manifest = ModelPackManifest.Read(folder);
        return new ClipFiles(manifest.Name, Path.Combine(folder, manifest.Clip[0]), Path.Combine(folder, manifest.Tokenizer));
    }

    /// <summary>Everything that is here: packs first, then single CLIPs.</summary>
    public IReadOnlyList<InstalledModel> List()
    {
        var packs = new[] { (Folder: builtInFolder, IsBuiltIn: true), (Folder: pulledFolder, IsBuiltIn: false) }
            .Where(place => Directory.Exists(place.Folder))
            .SelectMany(place => Directory.EnumerateDirectories(place.Folder).Order(StringComparer.Ordinal)
                .Select(folder => Pack(folder, place.IsBuiltIn)).OfType<InstalledModel>());
        var clips = catalog.Models.Where(model => model.Kind == ModelKind.Clip)
            .Select(model => (Model: model, Weights: ModelLayout.PathOf(catalog.File(model.Clip[0]), pulledFolder)))
            .Where(clip => File.Exists(clip.Weights))
            .Select(clip => new InstalledModel(clip.Model.Name, ModelKind.Clip, clip.Model.Description, clip.Weights, IsBuiltIn: false, new FileInfo(clip.Weights).Length));
        return [.. packs, .. clips];
    }

    /// <summary>About how many bytes a pull would still bring.</summary>
    public long MissingBytes(CatalogModel model) =>
        catalog.FilesOf(model).Where(file => !File.Exists(ModelLayout.PathOf(file, pulledFolder))).Sum(file => file.ExpectedBytes);

    private IEnumerable<string> Candidates(string name)
    {
        // A name is only letters and the like; anything with a separator in it is meant as a path.
        if (name.AsSpan().IndexOfAny('/', '\\') >= 0 || name is "." or "..")
            return [Path.GetFullPath(name)];
        return [Path.Combine(pulledFolder, name), Path.Combine(builtInFolder, name)];
    }

    /// <summary>The pack of a folder, or null where none is complete; whoever asks for it by name is told what it lacks.</summary>
    private static InstalledModel? Pack(string folder, bool isBuiltIn)
    {
        try
        {
            if (!File.Exists(Path.Combine(folder, Manifest)) || MissingFiles(folder).Length > 0)
                return null;
            ModelPackManifest manifest = ModelPackManifest.Read(folder);
            long bytes = Parts(manifest).Sum(part => new FileInfo(Path.Combine(folder, part)).Length);
            return new InstalledModel(Path.GetFileName(folder), ModelKind.Pack, manifest.Description, folder, isBuiltIn, bytes);
        }
        catch (ModelPackException)
        {
            return null;
        }
    }

    private static string[] MissingFiles(string folder) =>
        [.. Parts(ModelPackManifest.Read(folder)).Where(part => !File.Exists(Path.Combine(folder, part)))];

    private static IEnumerable<string> Parts(ModelPackManifest manifest) => [manifest.Vqgan, manifest.VqganConfig, manifest.Tokenizer, .. manifest.Clip, .. manifest.Prior is { } prior ? [prior] : Array.Empty<string>()];

    private ModelNotInstalledException NotHere(string name, CatalogModel? known) => known is null
        ? new ModelNotInstalledException(name, $"There is no model \"{name}\". {Choices()}")
        : new ModelNotInstalledException(known.Name, $"The model {known.Name} is not on this machine. {HowToFetch(known)}");

    private ModelNotInstalledException Incomplete(string name, CatalogModel? known, string folder, string[] missing)
    {
        string what = $"The model {known?.Name ?? name} in {folder} lacks {string.Join(", ", missing)}.";
        return new ModelNotInstalledException(known?.Name ?? name, known is null ? what : $"{what} {HowToFetch(known)}");
    }

    private string HowToFetch(CatalogModel model) =>
        $"This fetches it ({ByteSize.Text(MissingBytes(model))}): ./run.sh models pull {model.Name}";

    private string Choices()
    {
        string here = string.Join(", ", List().Where(model => model.Kind == ModelKind.Pack).Select(model => model.Name));
        string toPull = string.Join(", ", catalog.Models.Where(model => model.Kind == ModelKind.Pack).Select(model => model.Name));
        return $"Packs on this machine: {(here.Length == 0 ? "none" : here)}; to be fetched by ./run.sh models pull NAME: {toPull}.";
    }
}
