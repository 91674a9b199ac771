namespace VqganBot.Jobs;

/// <summary>How a painting is to end before its last step.</summary>
internal enum StopRequest
{
    None,

    /// <summary>Cancel it.</summary>
    Drop,

    /// <summary>What is there is the final picture.</summary>
    Keep,

    /// <summary>The process ends: save the state, go on after the restart.</summary>
    Suspend,

    /// <summary>A shorter one goes first: save the state, go on after it.</summary>
    Aside,

    /// <summary>It stands still and the watchdog gives it up.</summary>
    Stuck,
}
