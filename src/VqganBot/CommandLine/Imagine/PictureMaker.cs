using VqganBot.CommandLine.Errors;
using VqganBot.CommandLine.Progress;
using VqganBot.Generation.Synthesis;
using VqganBot.Imaging;

namespace VqganBot.CommandLine.Imagine;

/// <summary>Paints one picture to its files: the picture, its film, its frames, its state.</summary>
internal sealed class PictureMaker(ImagineOptions options, CommandContext context, string modelSha256, Interruption interruption)
{
    public (ImagineResult Result, Rgb24Image Picture) Make(Painting painting, PictureJob job)
    {
        using var frames = new FrameRecorder(options, job.File, job.StopAt);
        var session = new PaintingSession(ProgressFactory.Create(context, options.Quiet), context.Clock, interruption);
        var outcome = PaintGuarded(session, painting, job, frames);

        PictureWriter.Write(job.File, painting, modelSha256);
        var film = frames.WriteFilm(outcome.Picture);
        var state = options.SaveState ?? (outcome.Interrupted ? OutputNames.StateFor(job.File) : null);
        if (state is not null) painting.Save(state);
        return (ToResult(painting, job, outcome, film, state), outcome.Picture);
    }

    // A step that fails leaves the painting as it was before: what was reached by then is not lost.
    private PaintingOutcome PaintGuarded(PaintingSession session, Painting painting, PictureJob job, FrameRecorder frames)
    {
        try
        {
            return session.Run(painting, job.StopAt, frames, new StateKeeper(options.SaveState, context.Clock));
        }
        catch (Exception exception) when (painting.Step > 0 && exception is SynthesisException or OutOfMemoryOnDeviceException)
        {
            PictureWriter.Write(job.File, painting, modelSha256);
            throw new UserErrorException($"{exception.Message} The last good picture, after step {painting.Step}, is '{job.File}'.");
        }
    }

    private static ImagineResult ToResult(Painting painting, PictureJob job, PaintingOutcome outcome, string? film, string? state) => new()
    {
        Prompt = painting.Request.Prompt,
        Seed = painting.Request.Seed,
        Steps = outcome.Steps,
        Loss = double.IsNaN(outcome.Loss) ? null : outcome.Loss,
        Similarity = outcome.Similarity,
        Seconds = Math.Round(outcome.Time.TotalSeconds, 3),
        StepsPerSecond = outcome.Time > TimeSpan.Zero ? Math.Round(outcome.StepsNow / outcome.Time.TotalSeconds, 3) : 0,
        Model = painting.Request.Model,
        File = job.File,
        Width = painting.Width,
        Height = painting.Height,
        Timelapse = film,
        State = state,
        Interrupted = outcome.Interrupted,
    };
}
