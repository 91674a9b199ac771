using System.Security.Cryptography;
using VqganBot.Generation.Packs;
using VqganBot.Models.Catalog;
using VqganBot.Models.Download;

namespace VqganBot.Models;

/// <summary>Pulls a model: its files, the conversion of its checkpoint, and last the pack.json that makes it visible.</summary>
internal sealed class ModelInstaller : IDisposable
{
    private readonly ModelCatalog _catalog;
    private readonly string _modelsFolder;
    private readonly FileFetcher _fetcher;
    private readonly Action<string, string> _convert;

    /// <param name="catalog">What can be pulled.</param>
    /// <param name="modelsFolder">Where it goes.</param>
    /// <param name="options">How patient to be; the defaults when null.</param>
    /// <param name="convert">Writes a training checkpoint (first path) as weights alone (second path); the real one when null.</param>
    public ModelInstaller(ModelCatalog catalog, string modelsFolder, DownloadOptions? options = null, Action<string, string>? convert = null)
    {
        _catalog = catalog;
        _modelsFolder = modelsFolder;
        _fetcher = new FileFetcher(catalog, options ?? new DownloadOptions());
        _convert = convert ?? LeanCheckpoint.Write;
    }

    public void Dispose() => _fetcher.Dispose();

    /// <returns>The folder of the pack, or the weights of a CLIP.</returns>
    /// <exception cref="ModelNotInstalledException">The catalogue has no such model.</exception>
    /// <exception cref="DownloadException">A file could not be fetched.</exception>
    public async Task<InstalledModel> PullAsync(string name, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        CatalogModel model = _catalog.Find(name) ?? throw new ModelNotInstalledException(name,
            $"The catalogue has no model \"{name}\"; it has {string.Join(", ", _catalog.Models.Select(known => known.Name))}.");
        long bytes = 0;
        foreach (CatalogFile file in _catalog.FilesOf(model)) // the small ones first: a dead host shows before a gigabyte is here
        {
            await InstallAsync(file, progress, cancellationToken);
            bytes += new FileInfo(ModelLayout.PathOf(file, _modelsFolder)).Length;
        }

        string path = model.Kind == ModelKind.Pack ? WritePack(model) : ModelLayout.PathOf(_catalog.File(model.Clip[0]), _modelsFolder);
        return new InstalledModel(model.Name, model.Kind, model.Description, path, IsBuiltIn: false, bytes);
    }

    private async Task InstallAsync(CatalogFile file, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        string folder = ModelLayout.FilesFolder(_modelsFolder);
        if (file.Kind != FileKind.Vqgan)
        {
            await _fetcher.FetchAsync(file, folder, progress, cancellationToken);
            return;
        }

        string lean = ModelLayout.PathOf(file, _modelsFolder);
        if (await IsConvertedAsync(file, lean, cancellationToken))
        {
            long present = new FileInfo(lean).Length;
            progress?.Report(new DownloadProgress(Path.GetFileName(lean), DownloadPhase.Done, present, present, null));
            return;
        }

        FetchRecord fetched = await _fetcher.FetchAsync(file, folder, progress, cancellationToken);
        string checkpoint = Path.Combine(folder, file.FileName);
        progress?.Report(new DownloadProgress(file.FileName, DownloadPhase.Converting, fetched.Bytes, fetched.Bytes, null));
        string half = lean + ".part";
        _convert(checkpoint, half);
        string sum = await SumAsync(half, cancellationToken);
        long length = new FileInfo(half).Length;
        new FetchRecord(file.Name, fetched.Mirror, length, sum, fetched.IsVerified, fetched.FetchedAt) { ConvertedFrom = fetched.Sha256 }.Write(lean);
        File.Move(half, lean, overwrite: true);

        // Two thirds of a training checkpoint are of no use for painting.
        File.Delete(checkpoint);
        File.Delete(FetchRecord.PathFor(checkpoint));
        progress?.Report(new DownloadProgress(Path.GetFileName(lean), DownloadPhase.Done, length, length, null));
    }

    private static async Task<bool> IsConvertedAsync(CatalogFile file, string lean, CancellationToken cancellationToken) =>
        File.Exists(lean)
        && FetchRecord.Read(lean) is { } record
        && (file.Sha256 is null || record.ConvertedFrom == file.Sha256)
        && record.Sha256 == await SumAsync(lean, cancellationToken);

    private string WritePack(CatalogModel model)
    {
        var manifest = new ModelPackManifest
        {
            Name = model.Name,
            Description = model.Description,
            Vqgan = ModelLayout.FromPack(_catalog.File(model.Vqgan!)),
            VqganConfig = ModelLayout.FromPack(_catalog.File(model.VqganConfig!)),
            Clip = [.. model.Clip.Select(clip => ModelLayout.FromPack(_catalog.File(clip)))],
            Tokenizer = ModelLayout.FromPack(_catalog.File(model.Tokenizer)),
            DefaultSize = model.DefaultSize,
            DefaultSteps = model.DefaultSteps ?? 300,
            DefaultPreset = model.DefaultPreset ?? "best",
            License = string.Join(" ", _catalog.FilesOf(model).Select(file => file.License).Distinct()),
            Notes = model.Notes,
        };
        string folder = Path.Combine(_modelsFolder, model.Name);
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, "pack.json");
        File.WriteAllText(path + ".part", manifest.ToJson());
        File.Move(path + ".part", path, overwrite: true);
        return folder;
    }

    private static async Task<string> SumAsync(string path, CancellationToken cancellationToken)
    {
        await using FileStream stream = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
    }
}
