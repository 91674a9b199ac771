using System.Text;
using VqganBot.Bot.Commands;
using VqganBot.Bot.Replies;
using VqganBot.Discord.Wire;

namespace VqganBot.Bot.Admin;

/// <summary><c>/audit</c>: what admins did last.</summary>
internal sealed class AuditHandler(AuditStore audit)
{
    public Task HandleAsync(InteractionContext context, CancellationToken cancellation)
    {
        var guild = AdminGate.Require(context);
        var entries = audit.Latest(guild, OptionReader.Of(context.Interaction).Integer("count", 1, 50) ?? 10);
        var text = entries.Count == 0
            ? "No admin has changed anything yet."
            : AnswerText.Lines("**What admins did last**", entries.Select(Line));
        return context.AnswerAsync(new MessageBody { Content = text }, isPrivate: true, cancellation);
    }

    private static string Line(AuditEntry entry)
    {
        var line = new StringBuilder($"{ReplyWriter.Relative(entry.At)} **{Echo.Prompt(entry.ActorName, 40)}** `/{entry.Action}`");
        if (entry.Target.Length > 0) line.Append($" {entry.Target}");
        if (entry.Before is not null || entry.After is not null)
            line.Append($": {entry.Before ?? "nothing"} → {entry.After ?? "nothing"}");
        return line.ToString();
    }
}
