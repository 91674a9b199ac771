using System.Security.Cryptography;
using VqganBot.Models.Catalog;
using VqganBot.Models.Download;
using VqganBot.Tests.Models.Fakes;

namespace VqganBot.Tests.Models;

/// <summary>A server, a folder and a file to fetch, with waits shortened by a fast clock.</summary>
internal sealed class DownloadFixture : IAsyncDisposable
{
    public LoopbackServer Server { get; } = new();

    public FastClock Clock { get; } = new();

    public string Folder { get; } = Directory.CreateTempSubdirectory("vqganbot-download-").FullName;

    /// <value>300,000 bytes that look like nothing.</value>
    public byte[] Content { get; } = RandomBytes(1, 300_000);

    public string Target => Path.Combine(Folder, "weights.pt");

    public string Part => Target + ".part";

    public List<DownloadProgress> Progress { get; } = [];

    public static byte[] RandomBytes(int seed, int count)
    {
        byte[] bytes = new byte[count];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    /// <summary>The file with its sum published, at the mirrors given.</summary>
    public CatalogFile File(params Uri[] mirrors) => new()
    {
        Name = "weights",
        Kind = FileKind.Clip,
        FileName = "weights.pt",
        Mirrors = mirrors,
        Bytes = Content.Length,
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(Content)),
        License = "none",
    };

    /// <summary>The file with neither sum nor exact length published.</summary>
    public CatalogFile FileWithoutSum(params Uri[] mirrors) => File(mirrors) with { Bytes = null, ApproximateBytes = Content.Length, Sha256 = null };

    public async Task<FetchRecord> FetchAsync(CatalogFile file, DownloadOptions? options = null, string[]? redirectHosts = null)
    {
        var catalog = new ModelCatalog { Version = 1, Files = [file], Models = [], RedirectHosts = redirectHosts ?? [] };
        using var fetcher = new FileFetcher(catalog, options ?? Options);
        return await fetcher.FetchAsync(file, Folder, new Collector(Progress), TestContext.Current.CancellationToken);
    }

    public DownloadOptions Options => new() { Clock = Clock, StallTimeout = TimeSpan.FromMinutes(60), FreeDiskBytes = _ => long.MaxValue / 2 };

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private sealed class Collector(List<DownloadProgress> into) : IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value) => into.Add(value);
    }
}
