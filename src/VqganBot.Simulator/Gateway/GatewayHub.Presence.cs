using System.Text.Json;
using VqganBot.Simulator.World;

namespace VqganBot.Simulator.Gateway;

/// <summary>How the bot shows itself.</summary>
public sealed partial class GatewayHub
{
    private PresenceView _lastPresence = new("online", null);

    private void ShowPresence(JsonElement? presence)
    {
        PresenceView shown = presence is { ValueKind: JsonValueKind.Object } given ? Read(given) : new PresenceView("online", null);
        _lastPresence = shown;
        _world.Show(shown);
    }

    private static PresenceView Read(JsonElement presence)
    {
        string status = presence.TryGetProperty("status", out JsonElement given) ? given.ToString() : "online";
        string? text = null;
        if (presence.TryGetProperty("activities", out JsonElement activities) && activities.ValueKind == JsonValueKind.Array && activities.GetArrayLength() > 0)
        {
            JsonElement activity = activities[0];
            bool hasState = activity.TryGetProperty("state", out JsonElement state) && state.ValueKind == JsonValueKind.String;
            text = hasState ? state.GetString() : activity.TryGetProperty("name", out JsonElement name) ? name.ToString() : null;
        }
        return new PresenceView(status, text);
    }
}
