using System.Text.Json;
using System.Text.Json.Serialization;
using VqganBot.Generation.Drafts;

namespace VqganBot.Generation.Synthesis;

/// <summary>A request as JSON: in state files, picture metadata and jobs. Pictures are not in it.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    Converters = [typeof(PaintingRequestConverter), typeof(DefaultsConverter<PaintingSettings>), typeof(DefaultsConverter<AugmentationSettings>), typeof(DefaultsConverter<ImageLossSettings>), typeof(DefaultsConverter<SamplingSettings>)])]
[JsonSerializable(typeof(PaintingRequest))]
[JsonSerializable(typeof(PaintingProgress))]
[JsonSerializable(typeof(IReadOnlyList<StoredImagePrompt>))]
internal sealed partial class PaintingJson : JsonSerializerContext;
