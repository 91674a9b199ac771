using VqganBot.Discord.Wire;
using VqganBot.Jobs;

namespace VqganBot.Bot;

/// <summary>Whose picture it is and where it was shown: what decides who may see it.</summary>
internal sealed record Whereabouts(Snowflake User, Snowflake? Guild, Snowflake Channel, Snowflake? Message, bool IsPrivate)
{
    public static Whereabouts Of(Job job) => new(job.User, job.Requester.Guild, job.Reply.Channel, job.Reply.Message, job.Reply.IsPrivate);
}
