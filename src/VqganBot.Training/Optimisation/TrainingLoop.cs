namespace VqganBot.Training.Optimisation;

/// <summary>What every training does around its step: counts, tells how it goes, keeps the state, measures.</summary>
internal static class TrainingLoop
{
    /// <summary>Trains until the steps or minutes are over, or until it is interrupted.</summary>
    /// <param name="measure">Called whenever the state was saved; told whether that is because of an interruption.</param>
    public static void Run(
        string name, TrainingOptions options, TrainingState state, ProgressLog log,
        Action<TrainingClock> trainStep, Action<bool> measure, CancellationToken cancellationToken)
    {
        var clock = new TrainingClock(options, state.EarlierMinutes);
        while (!clock.IsOver(state.Step) && !cancellationToken.IsCancellationRequested)
        {
            trainStep(clock);
            state.Step++;
            if (state.Step % options.LogEvery == 0)
                log.Write(name, state.Step, clock.Minutes);
            if (state.Step % options.SaveEvery == 0)
                Save(false);
        }

        Save(cancellationToken.IsCancellationRequested);

        void Save(bool interrupted)
        {
            state.Save(options, clock.Minutes);
            measure(interrupted);
        }
    }
}
