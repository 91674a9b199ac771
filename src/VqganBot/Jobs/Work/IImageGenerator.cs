namespace VqganBot.Jobs;

/// <summary>Paints the pictures of a job. Plain synchronous code on the thread that owns the GPU.</summary>
internal interface IImageGenerator : IDisposable
{
    /// <summary>Loads what the first job will probably need, so that it need not wait for it.</summary>
    void Prepare();

    /// <summary>
    /// Paints, or goes on from the states in the job's folder, and leaves pictures, grid, states and frames there. The state is
    /// saved after the first step and then every <see cref="JobOptions.StateSaveInterval"/>.
    /// </summary>
    /// <exception cref="GenerationException">It cannot be painted, and why.</exception>
    /// <exception cref="Generation.Synthesis.OutOfMemoryOnDeviceException">It would need more memory than there is.</exception>
    GenerationOutcome Generate(GenerationTask task);
}
