using System.Net;
using System.Net.Http.Headers;

namespace VqganBot.Models.Download;

/// <summary>Asks a mirror for a file or the rest of one, following redirects only to where the catalogue allows.</summary>
internal sealed class MirrorClient : IDisposable
{
    private readonly AllowedHosts _hosts;
    private readonly DownloadOptions _options;
    private readonly HttpClient _client;

    public MirrorClient(AllowedHosts hosts, DownloadOptions options)
    {
        _hosts = hosts;
        _options = options;
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None, // the sum is that of the bytes as they are kept
            ConnectTimeout = options.StallTimeout,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan, // a large file may take hours; silence is what is watched
        };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd("VqganBot/1 (+models pull)");
        _client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("identity");
    }

    public void Dispose() => _client.Dispose();

    /// <param name="mirror">The address in the catalogue.</param>
    /// <param name="from">The first byte wanted.</param>
    /// <param name="validator">What the bytes before it were marked with (an ETag or a date), or null.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="MirrorException">There is no connection, or a redirect leads elsewhere.</exception>
    public async Task<HttpResponseMessage> AskAsync(Uri mirror, long from, string? validator, CancellationToken cancellationToken)
    {
        Uri address = mirror;
        for (int redirects = 0; redirects <= _options.MostRedirects; redirects++)
        {
            if (!_hosts.Contains(address))
                throw new MirrorException($"it leads to {address.Scheme}://{address.Authority}, which the catalogue does not list", isTransient: false);
            HttpResponseMessage response = await SendAsync(address, from, validator, cancellationToken);
            if (response.StatusCode is not (HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
                or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect))
                return response;
            using (response)
                address = response.Headers.Location is { } next ? new Uri(address, next) : throw new MirrorException("it redirects without saying where", isTransient: false);
        }

        throw new MirrorException($"it redirects more than {_options.MostRedirects} times", isTransient: false);
    }

    private async Task<HttpResponseMessage> SendAsync(Uri address, long from, string? validator, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (from > 0)
        {
            request.Headers.Range = new RangeHeaderValue(from, null);
            if (validator is not null && RangeConditionHeaderValue.TryParse(validator, out RangeConditionHeaderValue? condition))
                request.Headers.IfRange = condition;
        }

        try
        {
            return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (HttpRequestException e)
        {
            // A name that nobody knows is not learnt in the next seconds; everything else may be.
            bool isTransient = e.HttpRequestError is not HttpRequestError.NameResolutionError;
            throw new MirrorException($"there was no connection ({e.Message})", isTransient, inner: e);
        }
    }
}
