using System.Text.Json.Nodes;

namespace VqganBot.Simulator.Rest;

/// <summary>A status and a body, if there is one.</summary>
internal readonly record struct ApiResult(int Status, JsonNode? Body)
{
    public static ApiResult NoContent { get; } = new(204, null);

    public static ApiResult Ok(JsonNode body) => new(200, body);

    public static ApiResult List(IEnumerable<JsonNode> items) => new(200, new JsonArray([.. items.Select(item => item.DeepClone())]));
}
