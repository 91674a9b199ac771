using VqganBot.Discord.Wire;

namespace VqganBot.Simulator.World;

/// <summary>A text channel of the guild, or the direct messages between the bot and a user.</summary>
/// <param name="Recipient">Of direct messages: who is not the bot.</param>
public sealed record SimulatedChannel(Snowflake Id, string Name, bool IsNsfw = false, Snowflake? Recipient = null)
{
    public bool IsDirect => Recipient is not null;

    public ChannelType Type => IsDirect ? ChannelType.Dm : ChannelType.GuildText;
}
