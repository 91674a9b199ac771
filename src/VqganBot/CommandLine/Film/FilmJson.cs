using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using VqganBot.Generation.Synthesis;

namespace VqganBot.CommandLine.Film;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    Converters = [typeof(PaintingRequestConverter), typeof(DefaultsConverter<PaintingSettings>), typeof(DefaultsConverter<AugmentationSettings>)])]
[JsonSerializable(typeof(FilmRecord))]
[JsonSerializable(typeof(FilmResult))]
internal sealed partial class FilmJson : JsonSerializerContext
{
    public static string Line(FilmResult result)
    {
        // A prompt in any script stays readable in the line.
        var readable = new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        return JsonSerializer.Serialize(result, (JsonTypeInfo<FilmResult>)readable.GetTypeInfo(typeof(FilmResult)));
    }
}
