using System.Net;
using System.Net.Http.Headers;
using VqganBot.Models.Catalog;

namespace VqganBot.Models.Download;

/// <summary>One attempt to bring a file, or what is still missing of it, from one mirror into the part file.</summary>
internal sealed class MirrorDownload(MirrorClient client, DownloadOptions options, CatalogFile file, Uri mirror, FileStream part, IProgress<DownloadProgress>? progress)
{
    private const int BufferBytes = 128 * 1024;

    /// <value>Where the notes about a part file are.</value>
    public static string RecordPath(string partPath) => partPath + ".json";

    /// <exception cref="MirrorException">The attempt failed; what arrived is kept in the part file where it may be of use.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var silence = new CancellationTokenSource(options.StallTimeout, options.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, cancellationToken);
        try
        {
            if (part.Length > 0 && part.Length == file.Bytes)
                return; // an earlier run brought it all and was stopped before the check
            string? validator = PrepareResume();
            using HttpResponseMessage response = await client.AskAsync(mirror, part.Length, validator, either.Token);
            CheckStatus(response, validator);
            CheckLength(response);
            new PartRecord(mirror.OriginalString, Validator(response)).Write(RecordPath(part.Name));
            await CopyAsync(response, silence, either.Token);
        }
        catch (OperationCanceledException e) when (silence.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new MirrorException($"it was silent for {options.StallTimeout.TotalSeconds:0} s after {ByteSize.Text(part.Length)}", isTransient: true, inner: e);
        }
    }

    /// <summary>Keeps what is there if the rest can be had and trusted; otherwise empties the part file.</summary>
    private string? PrepareResume()
    {
        PartRecord? record = PartRecord.Read(RecordPath(part.Name));
        string? validator = record?.Mirror == mirror.OriginalString ? record.Validator : null;

        // With a published sum a wrong join is found out in the end; without one the server must vouch for it.
        bool canResume = part.Length > 0 && part.Length <= file.MostBytes && (file.Sha256 is not null || validator is not null);
        if (!canResume)
            part.SetLength(0);
        return validator;
    }

    private void CheckStatus(HttpResponseMessage response, string? validator)
    {
        ContentRangeHeaderValue? range = response.Content.Headers.ContentRange;
        switch (response.StatusCode)
        {
            case HttpStatusCode.PartialContent when part.Length > 0 && range?.From == part.Length && (validator ?? Validator(response)) == Validator(response):
                return;
            case HttpStatusCode.OK:
                part.SetLength(0); // it has ignored the range, or has another version by now
                return;
            case HttpStatusCode.PartialContent or HttpStatusCode.RequestedRangeNotSatisfiable:
                long asked = part.Length;
                part.SetLength(0);
                throw new MirrorException($"asked for the bytes from {asked} on it answered {range?.ToString() ?? "another part"}, or of another version", isTransient: asked > 0);
            case HttpStatusCode status:
                bool isTransient = (int)status >= 500 || status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests;
                throw new MirrorException($"it answered {(int)status} {response.ReasonPhrase}", isTransient, RetryAfter(response));
        }
    }

    private void CheckLength(HttpResponseMessage response)
    {
        if (response.Content.Headers.ContentEncoding.Any(encoding => encoding != "identity"))
            throw new MirrorException("it sends the file compressed", isTransient: false);
        if (response.Content.Headers.ContentLength is not { } rest)
            return;
        long whole = part.Length + rest;
        if (whole < file.LeastBytes || whole > file.MostBytes)
            throw new MirrorException($"it offers {whole:N0} bytes, but the file has {Expected()}", isTransient: false);
    }

    private async Task CopyAsync(HttpResponseMessage response, CancellationTokenSource silence, CancellationToken cancellationToken)
    {
        part.Position = part.Length;
        byte[] buffer = new byte[BufferBytes];
        try
        {
            await using Stream body = await response.Content.ReadAsStreamAsync(cancellationToken);
            while (await ReadAsync(body, buffer, cancellationToken) is > 0 and int read)
            {
                silence.CancelAfter(options.StallTimeout);
                if (part.Length + read > file.MostBytes)
                {
                    part.SetLength(0);
                    throw new MirrorException($"it sends more than {file.MostBytes:N0} bytes, but the file has {Expected()}", isTransient: false);
                }

                await part.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                progress?.Report(new DownloadProgress(file.FileName, DownloadPhase.Fetching, part.Length, Total(response), mirror));
            }
        }
        finally
        {
            await part.FlushAsync(CancellationToken.None);
        }

        if (part.Length < file.LeastBytes)
            throw new MirrorException($"it broke off after {ByteSize.Text(part.Length)} of {Expected()}", isTransient: true);
    }

    private async Task<int> ReadAsync(Stream body, byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await body.ReadAsync(buffer, cancellationToken);
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            throw new MirrorException($"it broke off after {ByteSize.Text(part.Length)} of {Expected()}", isTransient: true, inner: e);
        }
    }

    private long Total(HttpResponseMessage response) =>
        file.Bytes ?? response.Content.Headers.ContentRange?.Length ?? response.Content.Headers.ContentLength ?? file.ExpectedBytes;

    private string Expected() => file.Bytes is { } bytes ? $"{bytes:N0} bytes" : $"about {ByteSize.Text(file.ExpectedBytes)}";

    private static string? Validator(HttpResponseMessage response) => response.Headers.ETag is { IsWeak: false } tag
        ? tag.ToString()
        : response.Content.Headers.LastModified?.ToString("R");

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - options.Clock.GetUtcNow(),
        _ => null,
    };
}
