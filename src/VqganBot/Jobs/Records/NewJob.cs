using VqganBot.Discord.Wire;

namespace VqganBot.Jobs;

/// <summary>A job that is to be queued.</summary>
/// <param name="Interaction">The interaction it came from; a second job of the same one is not made.</param>
/// <param name="Tier">Higher goes first. 0 is everybody, 1 was bumped by an admin.</param>
/// <param name="Pictures">What lies in the job's folder before anyone can take the job.</param>
internal sealed record NewJob(Snowflake Interaction, JobRequester Requester, JobOrder Order, ReplyAddress Reply, int Tier = 0, JobPictures? Pictures = null);
