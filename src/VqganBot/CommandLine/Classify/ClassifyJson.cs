using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VqganBot.CommandLine.Classify;

[JsonSerializable(typeof(ClassifiedPicture))]
[JsonSerializable(typeof(DescribedPicture))]
internal sealed partial class ClassifyJson : JsonSerializerContext
{
    // Labels in any script stay readable in the line.
    private static readonly ClassifyJson Readable = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    });

    public static string Line(ClassifiedPicture picture) => JsonSerializer.Serialize(picture, Readable.ClassifiedPicture);

    public static string Line(DescribedPicture picture) => JsonSerializer.Serialize(picture, Readable.DescribedPicture);
}
