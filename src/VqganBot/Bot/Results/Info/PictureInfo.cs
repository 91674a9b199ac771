using System.Globalization;
using System.Text;
using VqganBot.Bot.Replies;
using VqganBot.CommandLine;
using VqganBot.CommandLine.Imagine;
using VqganBot.Jobs;

namespace VqganBot.Bot.Results;

/// <summary>Every setting of a picture, and the command that paints it again.</summary>
internal static class PictureInfo
{
    private const int MostOfPrompt = 350;
    private const int MostOfCommand = 700;

    /// <param name="record">What the PNG carries; null when it is not there.</param>
    public static string Text(Job job, PaintingRecord? record)
    {
        var text = new StringBuilder();
        text.Append(Invariant($"> {Echo.Prompt(job.Order.Title, MostOfPrompt)}\n"));
        foreach (var (name, value) in Settings(job, record)) text.Append(Invariant($"- **{name}** {value}\n"));
        if (record is null) return text.ToString();

        var command = Command(job.Order, record);
        text.Append(job.Order is { HasStartImage: false, ParentJob: null, ImagePrompts: 0 } ? "The same again, on the command line:\n" : "The settings, on the command line (what it started from is in the files of the bot):\n");
        text.Append(command.Length <= MostOfCommand ? $"```bash\n{Fenced(command)}\n```" : "```\nThe command is in the attached file.\n```");
        text.Append(Invariant($"-# The PNG carries all of this: `{CommandContext.ProgramName} imagine --from-png FILE` paints it again."));
        return text.ToString();
    }

    /// <summary>The command, where it is too long for a message; else null.</summary>
    public static string? Attachment(Job job, PaintingRecord? record) => record is not null && Command(job.Order, record) is { Length: > MostOfCommand } command ? command : null;

    private static string Command(JobOrder order, PaintingRecord record)
    {
        var request = record.Request;
        if (order.Kind == JobKind.Draft)
            return Invariant($"{CommandContext.ProgramName} draft {ShellText.Quote(request.Prompt)} --candidates {order.Candidates} --keep {order.Count} --seed {order.Seed} --model {ShellText.Quote(request.Model)} --grid");
        return Invariant($"{CommandContext.ProgramName} imagine {ShellText.Quote(request.Prompt)} --size {request.Width}x{request.Height} --steps {record.StepsDone} --seed {request.Seed} --preset {ShellText.Quote(request.Preset)} --model {ShellText.Quote(request.Model)}");
    }

    private static IEnumerable<(string Name, string Value)> Settings(Job job, PaintingRecord? record)
    {
        var order = job.Order;
        yield return ("job", Invariant($"#{job.Id}, {StateText.Icon(job)} {job.State.ToString().ToLowerInvariant()}, asked for by <@{job.User}> {ReplyWriter.Relative(job.CreatedAt)}"));
        if (order.Negative is { } negative) yield return ("without", Echo.Prompt(negative, 100));
        if (order.Style is { } style) yield return ("style", Echo.Prompt(style, 60));
        yield return ("size", Invariant($"{order.Width}×{order.Height}{(order.Count > 1 ? Invariant($", {order.Count} pictures") : "")}"));
        yield return ("steps", Steps(job));
        yield return ("seed", order is { Count: > 1, Kind: not JobKind.Draft } ? Invariant($"{order.Seed} for the first picture, one more for each further one") : Invariant($"{order.Seed}"));
        yield return ("preset", Echo.Prompt(order.Preset, 30));
        yield return ("model", Echo.Prompt(order.ModelName, 60) + (record is null ? "" : $", files `{record.ModelSha256[..Math.Min(16, record.ModelSha256.Length)]}…`"));
        if (order.ParentJob is { } parent) yield return ("from", Invariant($"job #{parent}, picture {order.ParentTile}{(order.Kind == JobKind.MoreSteps ? ", painted further" : order.Kind == JobKind.Refine ? ", a draft" : "")}"));
        if (order.ImagePrompts > 0) yield return ("from", Invariant($"{order.ImagePrompts} pictures, blended"));
        if (order.HasStartImage) yield return ("from", "a start image");
        if (order.Strength is { } strength) yield return ("strength", Invariant($"{strength:0.##}"));
        if (job.GpuTime > TimeSpan.Zero) yield return ("painted in", Invariant($"{job.GpuTime.TotalSeconds:0.0} s"));
        if (record is not null) yield return ("by", Echo.Prompt(record.Program, 60));
        if (job.Note is { Length: > 0 } note) yield return ("note", Echo.Prompt(note, 150));
        if (job.Reason is { Length: > 0 } reason) yield return ("reason", Echo.Prompt(reason, 150));
    }

    private static string Steps(Job job) => Invariant(job.Order.Kind == JobKind.Draft
        ? (FormattableString)$"none yet: the best {job.Order.Count} of {job.Order.Candidates} drafts"
        : job.Order.Count > 1
        ? (FormattableString)$"{job.Order.Steps} each, {job.StepsDone} of {job.Order.Steps * (long)job.Order.Count} done"
        : $"{(job.Order.Kind == JobKind.MoreSteps ? "+" : "")}{job.Order.Steps}, {job.StepsDone} done");

    // Nothing in the prompt may end the block it stands in.
    private static string Fenced(string command) => command.Replace("```", "`\u200B`\u200B`", StringComparison.Ordinal);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
