using System.Text.Json.Nodes;

namespace VqganBot.Tests.Simulator.Peer;

/// <summary>An interaction as it came over the gateway.</summary>
internal sealed record InteractionCreate(JsonObject Json)
{
    public string Id => (string)Json["id"]!;

    public string Token => (string)Json["token"]!;

    public JsonObject Data => (JsonObject)Json["data"]!;
}
