using System.Globalization;
using VqganBot.Bot.Replies.Wording;
using VqganBot.Discord.Wire;
using VqganBot.Jobs;

namespace VqganBot.Bot.Replies;

/// <summary>The words and buttons of a job's reply in every state. Pictures are put under them by whoever sends it.</summary>
internal static class ReplyWriter
{
    private const int MostOfReason = 300;

    /// <summary>Place in line, and when it will be its turn.</summary>
    public static MessageBody Queued(Job job, JobEstimate estimate) => Body(ReplyButtons.WhileWaiting(job),
    [
        Quote(job), job.IsAside ? SetAside(job, estimate) : Place(estimate), .. Aside(estimate.WaitReason),
        .. Aside(TooLate(job, estimate.EndsAt)), .. Asides(job), SmallPrint.Line(SmallPrint.Settings(job)),
    ]);

    /// <summary>As <see cref="Queued"/>, after the bot was away.</summary>
    public static MessageBody Restarted(Job job, JobEstimate estimate) => Body(ReplyButtons.WhileWaiting(job),
    [
        Quote(job), Place(estimate), SmallPrint.Line(HasBegun(job) ? $"🔄 I was restarted; going on at {StepsOf(job)}." : "🔄 I was restarted; your place in line is kept."),
        .. Aside(estimate.WaitReason), .. Asides(job), SmallPrint.Line(SmallPrint.Settings(job)),
    ]);

    /// <summary>The bot is being stopped; nothing is lost.</summary>
    public static MessageBody Pausing(Job job) => Body(ReplyButtons.WhileWaiting(job),
    [
        Quote(job),
        HasBegun(job) ? $"💤 **Saved at {StepsOf(job)}.** I am being restarted and will go on from there." : "💤 **Your place in line is kept.** I am being restarted and will go on afterwards.",
        .. Asides(job), SmallPrint.Line(SmallPrint.Settings(job)),
    ]);

    /// <summary>Its turn has come and nothing is to be seen yet.</summary>
    public static MessageBody Starting(Job job) => Body(ReplyButtons.WhilePainting(job),
    [
        Quote(job), HasBegun(job) ? GoingOn(job) : Preparing(job.Order), .. Asides(job), SmallPrint.Line(SmallPrint.Settings(job)),
    ]);

    /// <summary>The forming picture: step, trend of the loss, time left.</summary>
    /// <param name="endsAt">When it will be done, as far as it can be told.</param>
    public static MessageBody Painting(Job job, JobProgress progress, DateTimeOffset? endsAt = null)
    {
        var fraction = ProgressText.Fraction(progress);
        var which = ProgressText.Which(progress) is { Length: > 0 } some ? $" · {some}" : "";
        var trend = ProgressText.Trend(progress);
        return Body(ReplyButtons.WhilePainting(job),
        [
            Quote(job),
            Invariant($"🎨 {ProgressText.Bar(fraction)} **{Math.Floor(fraction * 100):0} %** · step {progress.Step} of {progress.Steps}{which}"),
            .. Aside(trend.Length == 0 ? null : trend), .. Aside(TooLate(job, endsAt)), .. Asides(job), SmallPrint.Line(Invariant($"job #{job.Id}")),
        ]);
    }

    /// <summary>The finished picture: its settings, and what can be done with it.</summary>
    /// <param name="picture">What to say where the picture itself cannot be shown; null when it is.</param>
    public static MessageBody Final(Job job, string? picture = null) => Body(ReplyButtons.OfPicture(job),
    [
        Quote(job), .. picture is null ? [] : (string[])[picture], .. Asides(job), SmallPrint.Line(SmallPrint.Settings(job)), .. Note(job),
    ]);

    /// <summary>Cancelled or failed, and why.</summary>
    public static MessageBody Ended(Job job) => Body(ReplyButtons.OfEnded(job),
    [
        Quote(job),
        job.State == JobState.Failed
            ? $"⚠️ **This could not be painted.** {Reason(job)}"
            : $"✖️ **Cancelled.** {Reason(job)}",
        .. Asides(job), SmallPrint.Line(SmallPrint.Settings(job)),
    ]);

    /// <value>Whoever asked for it had everything deleted before it was done.</value>
    public static MessageBody Forgotten { get; } = Body([], ["🗑️ **This was deleted**, as the person who asked for it wished."]);

    // The prompt as a quotation: first what everybody looks for.
    private static string Quote(Job job) => $"> {Echo.Prompt(job.Order.Title)}";

    private static string Preparing(JobOrder order) => order.Kind == JobKind.Draft
        ? Invariant($"✏️ sketching {order.Candidates}, to show you the best {(order.Count == 1 ? "one" : Invariant($"{order.Count}"))} …")
        : $"🎨 {ProgressText.Bar(0)} preparing the canvas …";

    private static string GoingOn(Job job) => job.IsAside ? $"🎨 **Going on at {StepsOf(job)}.**" : $"🔄 I was restarted; **going on at {StepsOf(job)}.**";

    private static string SetAside(Job job, JobEstimate estimate)
    {
        var start = estimate.StartsAt is { } startsAt ? $" · it goes on {Relative(startsAt)}" : "";
        var end = estimate.EndsAt is { } endsAt ? $" · done {Relative(endsAt)}" : "";
        return $"🪑 **Set aside at {StepsOf(job)}** for a shorter one{start}{end}";
    }

    private static string Place(JobEstimate estimate)
    {
        var place = estimate.Position switch
        {
            0 => "🎨 **Your picture is on the easel**",
            1 => "⏳ **Next in line**",
            var position => Invariant($"⏳ **Place {position} of {Math.Max(position, estimate.QueueLength)} in line**"),
        };
        var start = estimate.Position > 0 && estimate.StartsAt is { } startsAt ? $" · starts {Relative(startsAt)}" : "";
        var end = estimate.EndsAt is { } endsAt ? $" · done {Relative(endsAt)}" : "";
        return place + start + end;
    }

    // The interaction's token lives a quarter of an hour, and nothing else reaches a private reply.
    private static string? TooLate(Job job, DateTimeOffset? endsAt) =>
        (job.Reply.IsPrivate || !job.Reply.IsBotInGuild) && endsAt > job.Reply.TokenExpiresAt
            ? "⌛ Discord lets me write here for only 15 minutes, and this will take longer: you will find the picture with /history."
            : null;

    // Drafts are made in one go, so those that were interrupted are made anew.
    private static bool HasBegun(Job job) => job.StepsDone > 0 && job.Order.Kind != JobKind.Draft;

    private static string StepsOf(Job job) => job.Order.Count > 1
        ? Invariant($"step {job.StepsDone} of {job.Order.Steps * job.Order.Count}, all pictures together")
        : Invariant($"step {job.StepsDone} of {job.Order.Steps}");

    // They may repeat words of the prompt.
    private static string Reason(Job job) => Echo.Prompt(job.Reason ?? "", MostOfReason);

    private static string[] Note(Job job) => Aside(job.Note is { Length: > 0 } note ? $"ℹ️ {Echo.Prompt(note, MostOfReason)}" : null);

    private static string[] Asides(Job job) => Aside(SmallPrint.Asides(job.Order));

    private static string[] Aside(string? text) => text is null ? [] : [SmallPrint.Line(text)];

    /// <summary>"in 3 minutes", kept up to date by the reader's Discord.</summary>
    public static string Relative(DateTimeOffset time) => Invariant($"<t:{time.ToUnixTimeSeconds()}:R>");

    private static MessageBody Body(IReadOnlyList<Component> components, IEnumerable<string> lines) =>
        new() { Content = string.Join('\n', lines), Components = components, Attachments = [] };

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
