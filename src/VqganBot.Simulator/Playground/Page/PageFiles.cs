using System.Reflection;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace VqganBot.Simulator.Playground.Page;

/// <summary>Serves the page from the program itself.</summary>
internal static class PageFiles
{
    private const string Root = "wwwroot/";

    public static void MapPage(this IEndpointRouteBuilder routes)
    {
        Assembly assembly = typeof(PageFiles).Assembly;
        foreach (string name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Root, StringComparison.Ordinal)))
        {
            byte[] bytes = Read(assembly, name);
            string type = TypeOf(Path.GetExtension(name));
            // Asked for again each time and sent only when it changed: a new build is seen at the next reload.
            var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}\"");
            string path = name[Root.Length..];
            routes.MapGet(path == "index.html" ? "/" : $"/{path}", (HttpContext http) =>
            {
                http.Response.Headers.CacheControl = "no-cache";
                return Results.Bytes(bytes, type, entityTag: tag);
            });
        }
    }

    private static byte[] Read(Assembly assembly, string name)
    {
        using Stream stream = assembly.GetManifestResourceStream(name)!;
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static string TypeOf(string extension) => extension switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => throw new InvalidOperationException($"The page has a file of kind '{extension}', for which no content type is known."),
    };
}
