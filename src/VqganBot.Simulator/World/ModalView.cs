using System.Text.Json;
using VqganBot.Discord.Wire;

namespace VqganBot.Simulator.World;

/// <summary>A dialogue the bot opened for a user.</summary>
/// <param name="Interaction">The interaction it answered.</param>
/// <param name="Json">What the bot sent: <c>custom_id</c>, <c>title</c>, <c>components</c>.</param>
/// <param name="Source">The message whose button opened it, if one did.</param>
public sealed record ModalView(Snowflake Interaction, SimulatedUser User, SimulatedChannel Channel, JsonElement Json, MessageView? Source)
{
    public InteractionCallbackData Data { get; } = Json.Deserialize(DiscordJson.Default.InteractionCallbackData)!;
}
