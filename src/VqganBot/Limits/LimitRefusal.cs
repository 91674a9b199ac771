using VqganBot.Jobs;

namespace VqganBot.Limits;

/// <summary>What a limit says no to, and in which words: which limit it is, how much is left, when it frees.</summary>
internal static class LimitRefusal
{
    /// <summary>Whether the order itself goes beyond a limit.</summary>
    public static LimitExceededException? OfOrder(HeldLimit held, JobRequester requester, JobOrder order) => held.Limit.Limit switch
    {
        LimitName.AllowedChannels when held.Value.Channels.Count > 0 && !held.Value.Channels.Contains(requester.Channel) =>
            Refuse(held, $"Painting is for other channels: {LimitText.Value(held.Limit, held.Value)}."),
        LimitName.LargestSize when Math.Max(order.Width, order.Height) > held.Value.Most =>
            Refuse(held, $"{order.Width} × {order.Height} px is too large: the longer side may have {Most(held)}."),
        LimitName.MostSteps when order.Steps > held.Value.Most =>
            Refuse(held, $"{order.Steps} steps are too many: {Most(held)} are allowed."),
        // All the drafts of a sheet cost less than one picture.
        LimitName.MostPictures when order.Kind != JobKind.Draft && order.Count > held.Value.Most =>
            Refuse(held, $"{order.Count} pictures at once are too many: {Most(held)} {(held.Value.Most == 1 ? "is" : "are")} allowed."),
        // A job that could never begin would wait forever.
        LimitName.RunningAtOnce when held.Value.Most == 0 =>
            Refuse(held, "Nothing of yours may be painted at present."),
        _ => null,
    };

    /// <summary>Whether too much is used already for one job more.</summary>
    public static LimitExceededException? OfUse(HeldLimit held, Measure measure)
    {
        if (held.Value.Most is not { } most) return null;
        var frees = measure.FreesAt is { } time ? LimitText.Relative(time) : null;
        return held.Limit.Limit switch
        {
            LimitName.JobsInQueue when measure.Used >= most =>
                Refuse(held, most == 0
                    ? "You may not queue anything at present."
                    : $"{Count(measure.Used, "job")} of yours {(measure.Used == 1 ? "waits" : "wait")} already, and {most} may. There is room again once the next of them begins."),
            LimitName.JobsPerHour when measure.Used >= most =>
                Refuse(held, UsedUp(most, $"You had {Count(measure.Used, "job")} in the last hour, and {most} may be.", frees), measure.FreesAt),
            LimitName.JobsPerDay when measure.Used >= most =>
                Refuse(held, UsedUp(most, $"You had {Count(measure.Used, "job")} in the last 24 hours, and {most} may be.", frees), measure.FreesAt),
            LimitName.GpuSecondsPerDay when measure.Used >= most =>
                Refuse(held, UsedUp(most, $"You had {LimitText.Amount(held.Limit, measure.Used)} of painting time in the last 24 hours, and {Most(held)} may be.", frees), measure.FreesAt),
            LimitName.CooldownSeconds when measure.Used > 0 =>
                Refuse(held, $"Between two jobs there are {Most(held)} of rest. Yours is over {frees}.", measure.FreesAt),
            _ => null,
        };
    }

    /// <summary>Why a job that waits has to go on waiting.</summary>
    public static string? OfStart(HeldLimit held, Measure measure) => held.Limit.Limit switch
    {
        LimitName.RunningAtOnce when measure.Used >= held.Value.Most =>
            measure.Used == 0 ? "Nothing of this user may be painted at present." : $"{Most(held)} at once is the most, and {LimitText.Amount(held.Limit, measure.Used)} {(measure.Used == 1 ? "is" : "are")} being painted.",
        LimitName.GpuSecondsPerDay when measure.Used >= held.Value.Most =>
            $"The {Most(held)} of painting time for 24 hours are used up{(measure.FreesAt is { } time ? $"; it goes on {LimitText.Relative(time)}" : "")}.",
        _ => null,
    };

    private static string UsedUp(long most, string sentence, string? frees) =>
        most == 0 || frees is null ? "You may not paint at present." : $"{sentence} The next is free {frees}.";

    private static LimitExceededException Refuse(HeldLimit held, string sentence, DateTimeOffset? freesAt = null) =>
        new($"{sentence}\n-# {held.Limit.Label}, {Whence(held)}", held.Limit.Name, freesAt);

    private static string Whence(HeldLimit held) =>
        held.OnlyIn is not null ? $"a limit of {held.Source}" : held.Source is "default" or "the most this bot gives" ? held.Source : $"set for {held.Source}";

    private static string Most(HeldLimit held) => LimitText.Value(held.Limit, held.Value);

    private static string Count(double number, string what) => $"{number:0} {what}{(number == 1 ? "" : "s")}";
}
