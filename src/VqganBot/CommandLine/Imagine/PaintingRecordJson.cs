using System.Text.Json.Serialization;
using VqganBot.Generation.Drafts;
using VqganBot.Generation.Synthesis;

namespace VqganBot.CommandLine.Imagine;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    Converters = [typeof(PaintingRequestConverter), typeof(DefaultsConverter<PaintingSettings>), typeof(DefaultsConverter<AugmentationSettings>), typeof(DefaultsConverter<ImageLossSettings>), typeof(DefaultsConverter<SamplingSettings>)])]
[JsonSerializable(typeof(PaintingRecord))]
internal sealed partial class PaintingRecordJson : JsonSerializerContext;
