using System.Text.Json.Serialization;

namespace VqganBot.Generation.Packs;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, WriteIndented = true)]
[JsonSerializable(typeof(ModelPackManifest))]
internal sealed partial class ModelPackJson : JsonSerializerContext;
