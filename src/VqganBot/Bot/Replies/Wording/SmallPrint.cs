using System.Globalization;
using VqganBot.CommandLine.Progress;
using VqganBot.Jobs;

namespace VqganBot.Bot.Replies.Wording;

/// <summary>The settings of a picture in a line or two that do not shout.</summary>
internal static class SmallPrint
{
    private const int MostOfNegative = 100;

    /// <summary><c>-# text</c>, Discord's small print.</summary>
    public static string Line(string text) => $"-# {text}";

    /// <summary>"seed 42 · 250 steps · best · 128×128 · toybox · job #12 · 9.4 s"</summary>
    public static string Settings(Job job)
    {
        var order = job.Order;
        List<string> parts =
        [
            Seeds(order), Steps(job), Echo.Prompt(order.Preset, 30), Invariant($"{order.Width}×{order.Height}"), Echo.Prompt(order.ModelName, 60), Invariant($"job #{job.Id}"),
        ];
        if (job.GpuTime > TimeSpan.Zero) parts.Add(StepText.Duration(job.GpuTime));
        return string.Join(" · ", parts);
    }

    /// <summary>"variation of job #11 · strength 0.6 · style watercolour · without text"; null when there is nothing of the kind.</summary>
    public static string? Asides(JobOrder order)
    {
        List<string> parts = [];
        if (order.ParentJob is { } parent)
            parts.Add(Invariant($"{Beginning(order.Kind)} job #{parent}{(order.ParentTile > 1 ? Invariant($" (picture {order.ParentTile})") : "")}"));
        if (order.ImagePrompts > 0) parts.Add(Invariant($"blended from {order.ImagePrompts} pictures"));
        if (order.HasStartImage) parts.Add("from a start image");
        if (order.Strength is { } strength) parts.Add(Invariant($"strength {strength:0.##}"));
        if (order.Style is { } style) parts.Add($"style {Echo.Prompt(style, 60)}");
        if (order.Negative is { } negative) parts.Add($"without {Echo.Prompt(negative, MostOfNegative)}");
        return parts.Count == 0 ? null : string.Join(" · ", parts);
    }

    private static string Beginning(JobKind kind) => kind switch
    {
        JobKind.MoreSteps => "painted on from",
        JobKind.Refine => "refined from the draft",
        _ => "variation of",
    };

    // All the drafts of a sheet are drawn by one seed.
    private static string Seeds(JobOrder order) => order.Count > 1 && order.Kind != JobKind.Draft
        ? Invariant($"seeds {order.Seed} to {unchecked(order.Seed + (ulong)(order.Count - 1))}")
        : Invariant($"seed {order.Seed}");

    private static string Steps(Job job)
    {
        var (order, all) = (job.Order, (long)job.Order.Steps * job.Order.Count);
        if (order.Kind == JobKind.Draft) return Invariant($"best {order.Count} of {order.Candidates} drafts");
        var isShort = job.State is JobState.Painted or JobState.Delivered && job.StepsDone < all;
        return Invariant($"{(order.Kind == JobKind.MoreSteps ? "+" : "")}{(isShort ? Invariant($"{job.StepsDone} of {all}") : Invariant($"{order.Steps}"))} steps");
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
