namespace VqganBot.Simulator.Playground.Page;

/// <summary>What browsers may do with what is served here.</summary>
internal static class ResponseHeaders
{
    private const string OfThePage = "default-src 'self'; img-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    // Files come from bots and people and lie on the page's own origin: whatever they say they are, they run nothing.
    private const string OfFiles = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox";

    public static Task SetAsync(HttpContext http, RequestDelegate next)
    {
        bool isFile = http.Request.Path.StartsWithSegments("/attachments", StringComparison.Ordinal)
            || http.Request.Path.StartsWithSegments("/ephemeral-attachments", StringComparison.Ordinal);
        IHeaderDictionary headers = http.Response.Headers;
        headers.ContentSecurityPolicy = isFile ? OfFiles : OfThePage;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return next(http);
    }
}
