using VqganBot.Discord.Wire;
using VqganBot.Jobs;

namespace VqganBot.Bot;

/// <summary>Who asks for something, as limits and blocks see it.</summary>
internal static class Requesters
{
    /// <exception cref="UserFacingException">It came from no channel.</exception>
    public static JobRequester Of(Interaction interaction) => new()
    {
        User = interaction.User.Id,
        UserName = interaction.User.DisplayName,
        Guild = interaction.GuildId,
        Channel = ChannelOf(interaction) ?? throw new UserFacingException("This works only in a channel."),
        Roles = interaction.Member?.Roles ?? [],
    };

    // What is set for a channel holds in its threads too.
    private static Snowflake? ChannelOf(Interaction interaction) => interaction.Channel switch
    {
        { Type: ChannelType.AnnouncementThread or ChannelType.PublicThread or ChannelType.PrivateThread, ParentId: { } parent } => parent,
        { } channel => channel.Id,
        null => interaction.ChannelId,
    };
}
