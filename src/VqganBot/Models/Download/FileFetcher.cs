using System.Security.Cryptography;
using Polly;
using Polly.Retry;
using VqganBot.Models.Catalog;

namespace VqganBot.Models.Download;

/// <summary>
/// Brings a file of the catalogue into a folder: from the first mirror that gives the right bytes, going on where an
/// earlier try broke off. Under its own name a file is whole and checked, or not there.
/// </summary>
internal sealed class FileFetcher : IDisposable
{
    // An attempt that brought this much before it broke off does not count as a failure.
    private const long WorthwhileBytes = 1 << 20;
    private readonly DownloadOptions _options;
    private readonly MirrorClient _client;

    public FileFetcher(ModelCatalog catalog, DownloadOptions options)
    {
        _options = options;
        _client = new MirrorClient(new AllowedHosts(catalog), options);
    }

    public void Dispose() => _client.Dispose();

    /// <returns>What is known of the file, which now lies in the folder.</returns>
    /// <exception cref="DownloadException">No mirror gave it, or there is no room for it.</exception>
    public async Task<FetchRecord> FetchAsync(CatalogFile file, string folder, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        string target = Path.Combine(folder, file.FileName);
        if (await FindAsync(file, target, progress, cancellationToken) is { } present)
            return present;

        using FileStream part = OpenPart(file, target + ".part");
        CheckRoom(file, folder, part.Length);
        List<string> failures = [];
        foreach (Uri mirror in file.Mirrors)
        {
            try
            {
                string sum = await FetchFromAsync(file, mirror, part, progress, cancellationToken);
                var record = new FetchRecord(file.Name, mirror.OriginalString, part.Length, sum, file.Sha256 is not null, _options.Clock.GetUtcNow());
                part.Flush(flushToDisk: true);
                record.Write(target);
                File.Move(part.Name, target, overwrite: true);
                File.Delete(MirrorDownload.RecordPath(part.Name));
                progress?.Report(new DownloadProgress(file.FileName, DownloadPhase.Done, record.Bytes, record.Bytes, mirror));
                return record;
            }
            catch (MirrorException e)
            {
                failures.Add($"{mirror.Host}: {e.Message}");
            }
        }

        throw GiveUp(file, part, failures);
    }

    private static DownloadException GiveUp(CatalogFile file, FileStream part, List<string> failures)
    {
        string kept = $"{ByteSize.Text(part.Length)} of it are kept; the next pull goes on from there.";
        if (part.Length == 0)
        {
            kept = "Fetched by other means, it belongs in " + Path.GetDirectoryName(part.Name) + ".";
            part.Dispose();
            File.Delete(part.Name);
            File.Delete(MirrorDownload.RecordPath(part.Name));
        }

        return new DownloadException(file.FileName, $"{string.Join("; ", failures)}. {kept}");
    }

    /// <summary>The file if it is here already, by an earlier pull or by hand, and its sum agrees.</summary>
    private static async Task<FetchRecord?> FindAsync(CatalogFile file, string target, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        if (!File.Exists(target))
            return null;
        long length = new FileInfo(target).Length;
        if (length < file.LeastBytes || length > file.MostBytes)
            return null;
        progress?.Report(new DownloadProgress(file.FileName, DownloadPhase.Checking, length, length, null));
        string sum;
        await using (FileStream stream = File.OpenRead(target))
            sum = await SumAsync(stream, cancellationToken);
        FetchRecord? known = FetchRecord.Read(target);
        if (sum != (file.Sha256 ?? known?.Sha256 ?? sum))
            return null;
        progress?.Report(new DownloadProgress(file.FileName, DownloadPhase.Done, length, length, null));
        return known ?? new FetchRecord(file.Name, "by hand", length, sum, file.Sha256 is not null, File.GetLastWriteTimeUtc(target));
    }

    /// <summary>Fetches and checks; a file joined from two runs that turns out wrong is fetched once more as a whole.</summary>
    private async Task<string> FetchFromAsync(CatalogFile file, Uri mirror, FileStream part, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        while (true)
        {
            bool isJoined = part.Length > 0;
            await DownloadAsync(new MirrorDownload(_client, _options, file, mirror, part, progress), file, mirror, part, progress, cancellationToken);
            progress?.Report(new DownloadProgress(file.FileName, DownloadPhase.Checking, part.Length, part.Length, mirror));
            part.Position = 0;
            string sum = await SumAsync(part, cancellationToken);
            if (file.Sha256 is null || sum == file.Sha256)
                return sum;
            part.SetLength(0);
            if (!isJoined)
                throw new MirrorException($"its bytes have the SHA-256 {sum[..12]}…, but {file.Sha256[..12]}… is published", isTransient: false);
        }
    }

    private async Task DownloadAsync(MirrorDownload download, CatalogFile file, Uri mirror, FileStream part, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        long furthest = part.Length;
        await Retry(() => progress?.Report(new DownloadProgress(file.FileName, DownloadPhase.Retrying, part.Length, file.ExpectedBytes, mirror))).ExecuteAsync(async token =>
        {
            while (true)
            {
                try
                {
                    await download.RunAsync(token);
                    return;
                }
                catch (MirrorException e) when (e.IsTransient && part.Length > furthest + WorthwhileBytes)
                {
                    furthest = part.Length;
                }
            }
        }, cancellationToken);
    }

    private ResiliencePipeline Retry(Action onRetry) => new ResiliencePipelineBuilder { TimeProvider = _options.Clock }
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<MirrorException>(e => e.IsTransient),
            MaxRetryAttempts = _options.Retries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = _options.RetryDelay,
            MaxDelay = _options.LongestDelay,
            DelayGenerator = arguments => ValueTask.FromResult((arguments.Outcome.Exception as MirrorException)?.RetryAfter is { } asked
                ? TimeSpan.FromTicks(Math.Clamp(asked.Ticks, 0, _options.LongestDelay.Ticks))
                : (TimeSpan?)null),
            OnRetry = _ =>
            {
                onRetry();
                return ValueTask.CompletedTask;
            },
        })
        .Build();

    private void CheckRoom(CatalogFile file, string folder, long present)
    {
        long needed = file.ExpectedBytes - present + _options.SpareDiskBytes;
        long free = _options.FreeDiskBytes(Path.GetFullPath(folder));
        if (free < needed)
            throw new DownloadException(file.FileName, $"{ByteSize.Text(needed)} of room are needed in {folder}, but the disk has {ByteSize.Text(free)}.");
    }

    private static FileStream OpenPart(CatalogFile file, string path)
    {
        try
        {
            // FileShare.None keeps a second pull of the same file out.
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new DownloadException(file.FileName, $"its half {path} cannot be written; perhaps another pull is at work on it. ({e.Message})", e);
        }
    }

    private static async Task<string> SumAsync(Stream stream, CancellationToken cancellationToken) =>
        Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
}
