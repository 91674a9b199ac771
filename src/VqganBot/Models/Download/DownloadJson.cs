using System.Text.Json.Serialization;

namespace VqganBot.Models.Download;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(PartRecord))]
[JsonSerializable(typeof(FetchRecord))]
internal sealed partial class DownloadJson : JsonSerializerContext;
