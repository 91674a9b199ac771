using System.Text.Json.Serialization;

namespace VqganBot.Simulator.Playground.Protocol;

/// <summary>The page's protocol, source-generated: what is null is left out.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PageMessage))]
[JsonSerializable(typeof(PageNews))]
internal sealed partial class PageJson : JsonSerializerContext;
