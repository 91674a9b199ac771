using System.Security.Cryptography;
using System.Text;
using VqganBot.Models;
using VqganBot.Models.Catalog;
using VqganBot.Models.Download;
using VqganBot.Tests.Models.Fakes;

namespace VqganBot.Tests.Models;

/// <summary>A small catalogue of two packs and two CLIPs, served from the loopback, and folders to install them in.</summary>
internal sealed class ModelFixture : IAsyncDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("vqganbot-models-").FullName;

    public ModelFixture()
    {
        Catalog = new ModelCatalog
        {
            Version = 1,
            Files =
            [
                File("vq-a", FileKind.Vqgan, "vq-a.ckpt", 90_000), File("vq-a-config", FileKind.VqganConfig, "vq-a.yaml", 700),
                File("vq-b", FileKind.Vqgan, "vq-b.ckpt", 80_000), File("vq-b-config", FileKind.VqganConfig, "vq-b.yaml", 600),
                File("judge", FileKind.Clip, "judge.pt", 50_000), File("other", FileKind.Clip, "other.pt", 40_000),
                File("words", FileKind.Tokenizer, "words.txt.gz", 5_000),
            ],
            Models =
            [
                new CatalogModel { Name = "a", Kind = ModelKind.Pack, Description = "The first.", Vqgan = "vq-a", VqganConfig = "vq-a-config", Clip = ["judge"], Tokenizer = "words", DefaultSize = [320, 192] },
                new CatalogModel { Name = "b", Kind = ModelKind.Pack, Description = "The second.", Vqgan = "vq-b", VqganConfig = "vq-b-config", Clip = ["judge"], Tokenizer = "words" },
                new CatalogModel { Name = "judge", Kind = ModelKind.Clip, Aliases = ["J/32"], Description = "A judge.", Clip = ["judge"], Tokenizer = "words" },
                new CatalogModel { Name = "other", Kind = ModelKind.Clip, Description = "Another.", Clip = ["other"], Tokenizer = "words" },
            ],
        };
    }

    public LoopbackServer Server { get; } = new();

    public ModelCatalog Catalog { get; }

    public string Pulled => Path.Combine(_root, "pulled");

    public string BuiltIn => Path.Combine(_root, "built-in");

    public InstalledModels Installed => new(Catalog, BuiltIn, Pulled);

    public List<DownloadProgress> Progress { get; } = [];

    /// <summary>Pulls with a conversion that keeps the first half of a file.</summary>
    public async Task<InstalledModel> PullAsync(string name, Action<string, string>? convert = null)
    {
        var options = new DownloadOptions { Clock = new FastClock(), StallTimeout = TimeSpan.FromMinutes(60), FreeDiskBytes = _ => long.MaxValue / 2 };
        using var installer = new ModelInstaller(Catalog, Pulled, options, convert ?? Halve);
        return await installer.PullAsync(name, new Collector(Progress), TestContext.Current.CancellationToken);
    }

    public string[] Files() =>
        [.. Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Pulled, path)).Order(StringComparer.Ordinal)];

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }

    private static void Halve(string from, string to)
    {
        byte[] whole = System.IO.File.ReadAllBytes(from);
        System.IO.File.WriteAllBytes(to, whole[..(whole.Length / 2)]);
    }

    private CatalogFile File(string name, FileKind kind, string fileName, int bytes)
    {
        byte[] content = DownloadFixture.RandomBytes(Encoding.ASCII.GetBytes(name).Sum(letter => letter), bytes);
        return new CatalogFile
        {
            Name = name,
            Kind = kind,
            FileName = fileName,
            Mirrors = [Server.Serve("/" + fileName, request => Reply.File(content, request))],
            Bytes = bytes,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)),
            License = "MIT",
        };
    }

    private sealed class Collector(List<DownloadProgress> into) : IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value) => into.Add(value);
    }
}
