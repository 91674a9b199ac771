using System.Buffers;
using System.Net;
using VqganBot.Bot.Replies;
using VqganBot.Discord;
using VqganBot.Discord.Wire;
using VqganBot.Imaging;

namespace VqganBot.Bot.Imagine;

/// <summary>
/// Pictures that people attach, fetched from Discord's own hosts and from nowhere else, within limits that hold whatever was
/// announced, and written anew as PNG, so that nothing of the file but its pixels comes further.
/// </summary>
internal sealed class StartImages : IDisposable
{
    public const long MostBytes = 10L << 20;

    // As large as anything that is painted.
    private const int LongestSide = 2048;

    private static readonly string[] Hosts = ["cdn.discordapp.com", "media.discordapp.net"];
    private static readonly string[] Types = ["image/png", "image/jpeg", "image/webp", "image/gif"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly DecodeLimits Limits = new(MostBytes, MaxPixels: 25_000_000);

    private readonly Uri _api;
    private readonly TimeProvider _clock;
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = Timeout.InfiniteTimeSpan };

    // A picture within the limits is 75 MB when decoded: many people at once must not add up.
    private readonly SemaphoreSlim _decoding = new(2);

    public StartImages(DiscordClientOptions options, TimeProvider clock) => (_api, _clock) = (options.ApiUrl, clock);

    /// <summary>Whether an attachment says of itself that it is a picture.</summary>
    public static bool IsPicture(Attachment attachment) =>
        Types.Contains(attachment.ContentType?.Split(';')[0].Trim(), StringComparer.OrdinalIgnoreCase);

    /// <summary>What can be seen to be wrong without fetching it.</summary>
    /// <exception cref="UserFacingException">It is no picture, too large, or not on Discord's hosts.</exception>
    public Uri Check(Attachment attachment)
    {
        if (attachment.ContentType is { } type && !IsPicture(attachment))
            throw new UserFacingException($"The attached file is of the type `{Echo.Prompt(type, 60)}`; a PNG, JPEG, WebP or GIF picture is wanted.");
        if (attachment.Size > MostBytes) throw TooLarge();
        return Uri.TryCreate(attachment.Url, UriKind.Absolute, out var url) && IsAllowed(url)
            ? url
            : throw new UserFacingException("Start images are taken only as attachments in Discord, not from other places.");
    }

    /// <summary>Fetches, decodes, and encodes as PNG.</summary>
    /// <exception cref="UserFacingException">It cannot be had, or is no picture.</exception>
    public async Task<byte[]> FetchAsync(Attachment attachment, CancellationToken cancellation)
    {
        var file = await DownloadAsync(Check(attachment), cancellation);
        await _decoding.WaitAsync(cancellation);
        try
        {
            return await Task.Run(() => Normalise(file), cancellation);
        }
        catch (ImageCodecException exception)
        {
            throw new UserFacingException(Echo.Prompt(exception.Message));
        }
        finally
        {
            _decoding.Release();
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _decoding.Dispose();
    }

    // The loopback address is for a Discord of one's own, which keeps its files itself.
    private bool IsAllowed(Uri url) =>
        (url.Scheme == Uri.UriSchemeHttps && url.IsDefaultPort && url.UserInfo.Length == 0 && Hosts.Contains(url.Host, StringComparer.OrdinalIgnoreCase))
        || (_api.IsLoopback && url.IsLoopback && url.Scheme == _api.Scheme && url.Authority == _api.Authority);

    private async Task<byte[]> DownloadAsync(Uri url, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(Patience, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        try
        {
            using var response = await _http.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, either.Token);
            if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden or HttpStatusCode.Gone)
                throw new UserFacingException("The link to that picture has expired. Attach it again, or open the menu on the message again.");
            if (!response.IsSuccessStatusCode) throw Unreachable();
            if (response.Content.Headers.ContentLength > MostBytes) throw TooLarge();
            await using var stream = await response.Content.ReadAsStreamAsync(either.Token);
            return await ReadAsync(stream, either.Token);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw Unreachable();
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw Unreachable();
        }
    }

    private static async Task<byte[]> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        using var file = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(81920);
        try
        {
            for (int read; (read = await stream.ReadAsync(buffer, cancellation)) > 0;)
            {
                if (file.Length + read > MostBytes) throw TooLarge();
                file.Write(buffer, 0, read);
            }

            return file.ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Normalise(byte[] file)
    {
        var picture = ImageCodec.Decode(file, Limits);
        var scale = (double)LongestSide / Math.Max(picture.Width, picture.Height);
        return ImageCodec.EncodePng(scale >= 1
            ? picture
            : ImageResizer.Lanczos(picture, Math.Max(1, (int)(picture.Width * scale)), Math.Max(1, (int)(picture.Height * scale))));
    }

    private static UserFacingException TooLarge() => new($"The attached picture is too large: at most {MostBytes >> 20} MB are taken.");

    private static UserFacingException Unreachable() => new("Discord did not hand out the attached picture. Please try again.");
}
