using System.Text.Json;
using System.Text.Json.Serialization;

namespace VqganBot.Bot.Imagine.Styles;

/// <summary>The form of <c>styles.json</c>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true)]
[JsonSerializable(typeof(IReadOnlyList<Style>))]
internal sealed partial class StyleJson : JsonSerializerContext;
