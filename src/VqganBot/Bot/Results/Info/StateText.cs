using VqganBot.Jobs;

namespace VqganBot.Bot.Results;

/// <summary>The state of a job at a glance.</summary>
internal static class StateText
{
    public static string Icon(Job job) => job.State switch
    {
        JobState.Queued => "⏳",
        JobState.Painting => "🎨",
        JobState.Painted or JobState.Delivered => "🖼️",
        JobState.Cancelled => "✖️",
        _ => "⚠️",
    };
}
