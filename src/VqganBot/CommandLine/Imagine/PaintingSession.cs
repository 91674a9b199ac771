using VqganBot.CommandLine.Progress;
using VqganBot.Generation.Synthesis;

namespace VqganBot.CommandLine.Imagine;

/// <summary>Steps one painting to its end, to <paramref name="stopAt"/>, or to where a person stops it.</summary>
internal sealed class PaintingSession(IPaintingProgress progress, TimeProvider clock, Interruption interruption)
{
    public PaintingOutcome Run(Painting painting, int stopAt, FrameRecorder frames, StateKeeper state)
    {
        var begun = clock.GetTimestamp();
        var first = painting.Step;
        var loss = double.NaN;
        var meter = new SpeedMeter(clock);
        progress.Run(painting.Request.Prompt, first, stopAt, report =>
        {
            meter.Mark(painting.Step);
            if (first == 0) frames.Take(painting);
            while (!painting.IsFinished && painting.Step < stopAt && !interruption.IsRequested)
            {
                loss = painting.Advance().Loss;
                frames.Take(painting);
                state.Keep(painting);
                report(new StepReport(painting.Step, stopAt, loss, meter.Mark(painting.Step)));
            }
        });
        return new PaintingOutcome(
            painting.Render(), painting.Step, painting.Step - first, clock.GetElapsedTime(begun), loss, painting.Similarity(),
            Interrupted: interruption.IsRequested && !painting.IsFinished && painting.Step < stopAt);
    }
}
