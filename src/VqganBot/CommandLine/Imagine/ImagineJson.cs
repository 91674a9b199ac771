using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace VqganBot.CommandLine.Imagine;

[JsonSerializable(typeof(ImagineResult))]
internal sealed partial class ImagineJson : JsonSerializerContext
{
    public static string Line(ImagineResult result)
    {
        // A prompt in any script stays readable in the line.
        var readable = new JsonSerializerOptions
        {
            TypeInfoResolver = Default,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        };
        return JsonSerializer.Serialize(result, (JsonTypeInfo<ImagineResult>)readable.GetTypeInfo(typeof(ImagineResult)));
    }
}
