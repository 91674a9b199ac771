using Microsoft.Extensions.Logging;
using VqganBot.Bot.Replies.Sending;
using VqganBot.Health;
using VqganBot.Jobs;

namespace VqganBot.Bot.Replies.Live;

/// <summary>What all lanes share.</summary>
internal sealed record LaneTools(
    JobStore Store, ReplySender Sender, ReplyPictures Pictures, ReplyOptions Options, BotMeter Meter, TimeProvider Clock, ILogger<ReplyLane> Logger);
