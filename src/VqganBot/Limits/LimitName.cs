namespace VqganBot.Limits;

/// <summary>What can be limited, for everyone, a role, a user or a channel.</summary>
internal enum LimitName
{
    JobsInQueue,
    RunningAtOnce,
    JobsPerHour,
    JobsPerDay,
    GpuSecondsPerDay,

    /// <summary>Pixels of the longer side.</summary>
    LargestSize,
    MostSteps,
    MostPictures,
    CooldownSeconds,

    /// <summary>A list of channels; empty: all.</summary>
    AllowedChannels,
}
