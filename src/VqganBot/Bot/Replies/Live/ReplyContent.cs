using VqganBot.Discord.Wire;
using VqganBot.Jobs;

namespace VqganBot.Bot.Replies.Live;

/// <summary>What a reply is to show next.</summary>
/// <param name="While">The state of the job it is about; when the job has moved on by then, it is not shown.</param>
/// <param name="Write">Done when it is sent, with the job as it is then.</param>
/// <param name="Progress">Has the picture to show, if there is one.</param>
/// <param name="CanWait">Not worth an edit of its own when something newer follows soon.</param>
internal sealed record ReplyContent(JobState While, Func<Job, MessageBody> Write, JobProgress? Progress = null, bool CanWait = false);
