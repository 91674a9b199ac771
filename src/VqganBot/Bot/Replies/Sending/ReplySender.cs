using System.Globalization;
using VqganBot.Discord.Rest;
using VqganBot.Discord.Wire;
using VqganBot.Jobs;

namespace VqganBot.Bot.Replies.Sending;

/// <summary>
/// The ways to a job's reply. While the interaction's token lives, by it: that needs no right in the channel. Afterwards by the
/// bot's own route, which reaches what is public and where the bot is a member.
/// </summary>
internal sealed class ReplySender(DiscordRestClient rest, TimeProvider clock, ReplyOptions options)
{
    /// <summary>Changes the reply. Twice does no harm.</summary>
    public async Task<ReplySent> EditAsync(Job job, MessageBody body, IReadOnlyList<FileUpload> files, CancellationToken cancellation)
    {
        var reply = job.Reply;
        if (IsTokenAlive(reply))
        {
            var sent = await TryAsync(() => reply is { IsFollowup: true, Message: { } followup }
                ? rest.EditFollowupAsync(reply.Application, reply.Token, followup, body, files, cancellation)
                : rest.EditOriginalAsync(reply.Application, reply.Token, body, files, cancellation));
            if (sent.Fault != ReplyFault.TokenDead) return sent;
        }

        return IsOwnRouteOpen(reply) && reply.Message is { } message
            ? await TryAsync(() => rest.EditMessageAsync(reply.Channel, message, body, files, cancellation))
            : ReplySent.Not(IsOwnRouteOpen(reply) ? ReplyFault.MessageGone : ReplyFault.OutOfReach);
    }

    /// <summary>A new message in place of the reply. The job's number is its nonce, so Discord makes it once even if it is sent twice.</summary>
    /// <param name="answers">Whether the old message is still there to be answered.</param>
    public async Task<ReplySent> PostAsync(Job job, MessageBody body, IReadOnlyList<FileUpload> files, bool answers, CancellationToken cancellation)
    {
        var reply = job.Reply;
        body = body with { Content = $"<@{job.User}>\n{body.Content}" };
        if (IsOwnRouteOpen(reply))
        {
            body = body with
            {
                Nonce = job.Id.ToString(CultureInfo.InvariantCulture),
                EnforceNonce = true,
                MessageReference = answers ? new MessageReference { MessageId = reply.Message, FailIfNotExists = false } : null,
            };
            return await TryAsync(() => rest.CreateMessageAsync(reply.Channel, body, files, cancellation));
        }

        if (!IsTokenAlive(reply)) return ReplySent.Not(ReplyFault.OutOfReach);
        return await TryAsync(() => rest.CreateFollowupAsync(
            reply.Application, reply.Token, reply.IsPrivate ? body with { Flags = MessageFlags.Ephemeral } : body, files, cancellation));
    }

    /// <summary>A word to the requester alone, where that is still possible.</summary>
    public async Task TellPrivatelyAsync(Job job, string text, CancellationToken cancellation)
    {
        var reply = job.Reply;
        if (IsTokenAlive(reply))
            await TryAsync(() => rest.CreateFollowupAsync(reply.Application, reply.Token, new MessageBody { Content = text, Flags = MessageFlags.Ephemeral }, null, cancellation));
    }

    // Where there is another way, a token that dies while it is used is not waited for.
    private bool IsTokenAlive(ReplyAddress reply) => reply.Token.Length > 0
        && clock.GetUtcNow() + (IsOwnRouteOpen(reply) ? options.TokenMargin : TimeSpan.Zero) < reply.TokenExpiresAt;

    private static bool IsOwnRouteOpen(ReplyAddress reply) => reply is { IsBotInGuild: true, IsPrivate: false };

    private static async Task<ReplySent> TryAsync(Func<Task<Message>> send)
    {
        try
        {
            return new ReplySent((await send()).Id, null, null);
        }
        catch (DiscordApiException exception)
        {
            return new ReplySent(null, ReplyFaults.Of(exception), exception);
        }
    }
}
