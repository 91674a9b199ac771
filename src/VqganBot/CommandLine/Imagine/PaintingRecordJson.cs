using System.Text.Json.Serialization;

namespace VqganBot.CommandLine.Imagine;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(PaintingRecord))]
internal sealed partial class PaintingRecordJson : JsonSerializerContext;
