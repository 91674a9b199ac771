namespace VqganBot.Generation.Devices;

/// <summary>Work on a device that is written down once and then started as one.</summary>
internal interface IStepGraph : IDisposable
{
    /// <summary>Does the work as it stands, where what is written down will run; some times before it is written down, for libraries choose their algorithms then.</summary>
    void Run(Action work);

    /// <summary>Writes the work down, without doing it, in place of what was written down before.</summary>
    void Capture(Action work);

    /// <summary>Does what was written down, with what its tensors hold now.</summary>
    void Replay();

    /// <summary>Forgets what was written down and gives its memory back.</summary>
    void Forget();
}
