using System.Text.Json.Serialization;

namespace VqganBot.Models.Catalog;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(ModelCatalog))]
internal sealed partial class CatalogJson : JsonSerializerContext;
