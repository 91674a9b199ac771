namespace VqganBot.Jobs;

/// <summary>Where the worker tells what happens. Called on the GPU's thread: returns at once and never throws.</summary>
internal interface IJobReporter
{
    void Started(Job job);

    /// <summary>Whether a picture of the state would be shown now; painting one costs a decode.</summary>
    bool WantsFrame(long jobId);

    void Progressed(JobProgress progress);

    /// <summary>The job is painted, cancelled, failed or queued again.</summary>
    void Left(Job job);
}
