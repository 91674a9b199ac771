namespace VqganBot.Limits;

/// <summary>What is to know of a limit.</summary>
/// <param name="Name">As commands and <c>limits.json</c> call it.</param>
/// <param name="Label">As people read it.</param>
/// <param name="Least">The least number that makes sense.</param>
/// <param name="BuiltIn">What holds when neither a command nor <c>limits.json</c> says anything.</param>
internal sealed record LimitDefinition(LimitName Limit, string Name, string Label, LimitUnit Unit, long Least, LimitValue BuiltIn)
{
    /// <summary>The one table of limits, in the order in which they are shown and checked.</summary>
    public static IReadOnlyList<LimitDefinition> All { get; } =
    [
        new(LimitName.AllowedChannels, "allowed_channels", "Allowed channels", LimitUnit.Channels, 0, LimitValue.Unlimited),
        new(LimitName.LargestSize, "largest_size", "Largest size", LimitUnit.Pixels, 32, LimitValue.Of(512)),
        new(LimitName.MostSteps, "most_steps", "Most steps", LimitUnit.Steps, 1, LimitValue.Of(1000)),
        new(LimitName.MostPictures, "most_pictures", "Pictures a job", LimitUnit.Pictures, 1, LimitValue.Of(4)),
        new(LimitName.JobsInQueue, "jobs_in_queue", "Jobs in the queue", LimitUnit.Jobs, 0, LimitValue.Of(5)),
        new(LimitName.RunningAtOnce, "running_at_once", "Running at once", LimitUnit.Jobs, 0, LimitValue.Of(1)),
        new(LimitName.JobsPerHour, "jobs_per_hour", "Jobs an hour", LimitUnit.Jobs, 0, LimitValue.Of(30)),
        new(LimitName.JobsPerDay, "jobs_per_day", "Jobs a day", LimitUnit.Jobs, 0, LimitValue.Of(200)),
        new(LimitName.GpuSecondsPerDay, "gpu_seconds_per_day", "GPU time a day", LimitUnit.Seconds, 0, LimitValue.Of(1800)),
        new(LimitName.CooldownSeconds, "cooldown_seconds", "Cool-down", LimitUnit.Seconds, 0, LimitValue.Of(0)),
    ];

    public static LimitDefinition Of(LimitName limit) => All.First(definition => definition.Limit == limit);

    public static LimitDefinition? Find(string name) => All.FirstOrDefault(definition => definition.Name == name);
}
