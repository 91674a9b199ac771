using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace VqganBot.CommandLine.Draft;

[JsonSerializable(typeof(DraftResult))]
internal sealed partial class DraftJson : JsonSerializerContext
{
    public static string Line(DraftResult result)
    {
        // A prompt in any script stays readable in the line.
        var readable = new JsonSerializerOptions
        {
            TypeInfoResolver = Default,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        };
        return JsonSerializer.Serialize(result, (JsonTypeInfo<DraftResult>)readable.GetTypeInfo(typeof(DraftResult)));
    }
}
