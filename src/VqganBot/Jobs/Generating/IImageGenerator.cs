namespace VqganBot.Jobs;

/// <summary>Paints the pictures of jobs, several at once. Plain synchronous code on the thread that owns the GPU.</summary>
internal interface IImageGenerator : IDisposable
{
    /// <summary>Loads what the first job will probably need, so that it need not wait for it.</summary>
    void Prepare();

    /// <summary>
    /// Begins a job, or goes on from the states in its folder; those that are begun and not disposed have one model. Pictures,
    /// grid, states and frames are left in that folder. A state is saved after the first step and then every
    /// <see cref="JobOptions.StateSaveInterval"/>.
    /// </summary>
    /// <exception cref="GenerationException">It cannot be painted, and why.</exception>
    /// <exception cref="Generation.Synthesis.OutOfMemoryOnDeviceException">It would need more memory than there is.</exception>
    IGeneration Begin(GenerationTask task);

    /// <summary>
    /// One step of up to <paramref name="most"/> pictures, dealt by <see cref="Slots"/>; those of equal shape as one batch. What
    /// befalls one of the generations is told by it, and hurts no other.
    /// </summary>
    Round Advance(IReadOnlyList<IGeneration> generations, int most);
}
