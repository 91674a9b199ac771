using System.Net;
using VqganBot.Bot.Replies.Sending;
using VqganBot.Discord.Rest;

namespace VqganBot.Tests.Bot.Replies;

public sealed class ReplyFaultsTests
{
    [Theory]
    [InlineData(401, 50027, nameof(ReplyFault.TokenDead))]
    [InlineData(404, 10015, nameof(ReplyFault.TokenDead))]
    [InlineData(404, 10008, nameof(ReplyFault.MessageGone))]
    [InlineData(429, 30046, nameof(ReplyFault.MessageClosed))]
    [InlineData(403, 50005, nameof(ReplyFault.MessageClosed))]
    [InlineData(404, 10003, nameof(ReplyFault.PlaceGone))]
    [InlineData(404, 10004, nameof(ReplyFault.PlaceGone))]
    [InlineData(403, 50001, nameof(ReplyFault.NoAccess))]
    [InlineData(403, 50013, nameof(ReplyFault.NoAccess))]
    [InlineData(403, 0, nameof(ReplyFault.NoAccess))]
    [InlineData(400, 160005, nameof(ReplyFault.NoAccess))]
    [InlineData(413, 40005, nameof(ReplyFault.TooLarge))]
    [InlineData(413, 0, nameof(ReplyFault.TooLarge))]
    [InlineData(400, 50045, nameof(ReplyFault.TooLarge))]
    [InlineData(400, 50046, nameof(ReplyFault.NoFiles))]
    [InlineData(400, 400001, nameof(ReplyFault.NoFiles))]
    [InlineData(400, 240000, nameof(ReplyFault.Filtered))]
    [InlineData(400, 50035, nameof(ReplyFault.Invalid))]
    [InlineData(429, 0, nameof(ReplyFault.Transient))]
    [InlineData(429, 20028, nameof(ReplyFault.Transient))]
    [InlineData(503, 0, nameof(ReplyFault.Transient))]
    [InlineData(503, 130000, nameof(ReplyFault.Transient))]
    [InlineData(0, 0, nameof(ReplyFault.Transient))]
    [InlineData(401, 0, nameof(ReplyFault.Transient))]
    [InlineData(401, 50014, nameof(ReplyFault.Transient))]
    public void Of_DiscordsRefusal_IsWhatCanBeDoneAboutIt(int status, int code, string fault) =>
        Assert.Equal(fault, ReplyFaults.Of(new DiscordApiException((HttpStatusCode)status, code, "PATCH /x", "No")).ToString());
}
