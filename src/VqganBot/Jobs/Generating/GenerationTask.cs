namespace VqganBot.Jobs;

/// <summary>What the generator is given.</summary>
/// <param name="Stop">Looked at before each step.</param>
/// <param name="Report">Told after each step: where it stands. Returns at once.</param>
/// <param name="WantsFrame">Whether the next report shall carry a picture.</param>
internal sealed record GenerationTask(Job Job, Func<StopRequest> Stop, Action<JobProgress> Report, Func<bool> WantsFrame);
