using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VqganBot.CommandLine.Search;

[JsonSerializable(typeof(SearchResult))]
internal sealed partial class SearchJson : JsonSerializerContext
{
    // Paths in any script stay readable in the line.
    private static readonly SearchJson Readable = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    });

    public static string Line(SearchResult result) => JsonSerializer.Serialize(result, Readable.SearchResult);
}
