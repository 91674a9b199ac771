namespace VqganBot.Tests.Models.Fakes;

/// <summary>An answer written to the socket byte for byte, so that it can lie as real servers do.</summary>
internal sealed record Reply(string Status, byte[] Body)
{
    public IReadOnlyList<string> Headers { get; init; } = [];

    /// <value>The Content-Length to claim; the true one by default; negative for none.</value>
    public int? ClaimedLength { get; init; }

    /// <value>The connection is cut after so many bytes of the body.</value>
    public int? CutAfter { get; init; }

    /// <value>After the (cut) body the connection stays open and silent.</value>
    public bool StaysSilent { get; init; }

    public static Reply Error(string status, params string[] headers) => new(status, []) { Headers = headers };

    public static Reply Redirect(string location) => new("302 Found", []) { Headers = [$"Location: {location}"] };

    /// <summary>What an honest server answers: the whole file, or the rest of it.</summary>
    public static Reply File(byte[] content, ServedRequest request, string etag = "\"v1\"")
    {
        bool isRest = request.Range is not null && (request.IfRange is null || request.IfRange == etag);
        if (!isRest)
            return new Reply("200 OK", content) { Headers = [$"ETag: {etag}", "Accept-Ranges: bytes"] };
        return new Reply("206 Partial Content", content[request.From..])
        {
            Headers = [$"ETag: {etag}", $"Content-Range: bytes {request.From}-{content.Length - 1}/{content.Length}"],
        };
    }
}
