using System.Text.Json;
using System.Text.Json.Serialization;

namespace VqganBot.Generation.Classification;

/// <summary>The form of <c>phrases.json</c>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true)]
[JsonSerializable(typeof(Dictionary<string, PhraseLists>))]
internal sealed partial class PhraseJson : JsonSerializerContext;
