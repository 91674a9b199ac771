using VqganBot.Imaging;

namespace VqganBot.Generation.Synthesis;

/// <summary>
/// Paints a film into its folder, from wherever it was left there: stopped and gone on with, it gives the same frames. All
/// frames after the first picture are one painting, so the optimiser's memory and the running average go through the film.
/// </summary>
/// <param name="pictures">The pictures that the frames begin from, beginning with that of the given number; null when each grows out of the former.</param>
public sealed class FilmPainter(Painter painter, FilmPlan plan, FilmFolder folder, Func<int, IEnumerable<Rgb24Image>>? pictures = null)
{
    /// <param name="stop">Asked before each step.</param>
    /// <param name="report">Told after each step.</param>
    /// <exception cref="ImageCodecException">A picture that a frame begins from cannot be read.</exception>
    public FilmOutcome Paint(Func<bool> stop, Action<FilmStep> report)
    {
        ArgumentNullException.ThrowIfNull(stop);
        ArgumentNullException.ThrowIfNull(report);
        FilmRules.Check(plan.FrameCount, plan.StepsPerFrame, plan.Former);
        plan.Move.Check();
        if (File.Exists(folder.State))
        {
            using Painting painting = painter.Resume(folder.State);
            return PaintFrames(painting, Pictures(NextPicture(painting.Step)), stop, report);
        }

        if (plan.First is { } first)
            return PaintFirst(first, stop, report) is { } begun ? Begin(begun, null, stop, report) : new FilmOutcome(0, false);

        using IEnumerator<Rgb24Image>? source = Pictures(0);
        return source is not null && source.MoveNext()
            ? Begin(plan.Frames with { InitImage = source.Current }, source, stop, report)
            : throw new ImageCodecException("There is no picture that the first frame could begin from.");
    }

    // Within a frame its own was taken already, and before the first step that of the first one.
    private int NextPicture(int step) => Math.Max(1, (step + plan.StepsPerFrame - 1) / plan.StepsPerFrame);

    private IEnumerator<Rgb24Image>? Pictures(int first) => pictures?.Invoke(first).GetEnumerator();

    // What the frames after it begin with; null when it was stopped. The state is laid down at once, since the pictures of the
    // request stand nowhere else.
    private PaintingRequest? PaintFirst(PaintingRequest first, Func<bool> stop, Action<FilmStep> report)
    {
        using Painting painting = File.Exists(folder.FirstState) ? painter.Resume(folder.FirstState) : painter.Start(first);
        painting.Save(folder.FirstState);
        while (!painting.IsFinished && !stop())
            report(new FilmStep(painting.Step + 1, 0, painting.Advance().Loss));
        painting.Save(folder.FirstState);
        if (!painting.IsFinished)
            return null;
        folder.Write(1, painting.Render());
        return plan.Frames with { InitImage = plan.Move.Apply(painting.Render()), ImagePrompts = painting.Request.ImagePrompts };
    }

    private FilmOutcome Begin(PaintingRequest request, IEnumerator<Rgb24Image>? source, Func<bool> stop, Action<FilmStep> report)
    {
        using Painting painting = painter.Start(request);
        painting.Save(folder.State);
        return PaintFrames(painting, source, stop, report);
    }

    private FilmOutcome PaintFrames(Painting painting, IEnumerator<Rgb24Image>? source, Func<bool> stop, Action<FilmStep> report)
    {
        using IEnumerator<Rgb24Image>? owned = source;
        int before = plan.FrameCount - plan.FramesAfterFirst, stepsBefore = plan.First?.Steps ?? 0;
        bool AtBorder() => painting.Step % plan.StepsPerFrame == 0;
        int Frames() => before + (painting.Step / plan.StepsPerFrame);

        while (!painting.IsFinished)
        {
            // At a border it is stopped before it turns to the next frame: whoever resumes turns there.
            if (stop())
            {
                painting.Save(folder.State);
                return new FilmOutcome(Frames(), false);
            }

            if (painting.Step > 0 && AtBorder() && !Turn(painting, source))
                break;
            double loss = painting.Advance().Loss;
            if (AtBorder())
            {
                folder.Write(Frames(), painting.Render());
                painting.Save(folder.State);
            }

            report(new FilmStep(stepsBefore + painting.Step, Frames(), loss));
        }

        return new FilmOutcome(Frames(), true);
    }

    // False when the source has no further picture.
    private bool Turn(Painting painting, IEnumerator<Rgb24Image>? source)
    {
        if (source is not null && !source.MoveNext())
            return false;
        if (source is not null)
            painting.GoOnFrom(source.Current, plan.Former);
        else if (plan.Move != FrameMove.Still)
            painting.GoOnFrom(plan.Move.Apply(painting.Render()));
        return true;
    }
}
