using VqganBot.Generation.Synthesis;
using VqganBot.Imaging;

namespace VqganBot.CommandLine.Bench;

/// <summary>Paints a picture to its end. The clock runs while it is begun (drafts and all) and stepped, and stands while it is judged.</summary>
internal sealed class TimedPainting(Painter painter, BenchDevice device, TimeProvider clock)
{
    /// <param name="judge">The similarity of a picture.</param>
    /// <param name="period">After so many steps the picture is judged, and after the last one.</param>
    public PaintTrail Run(PaintingRequest request, Func<Rgb24Image, double> judge, int period)
    {
        var moments = new List<PaintMoment>();
        var painted = Time(() => painter.Start(request), out var painting);
        using (painting)
        {
            Judge();
            while (!painting.IsFinished)
            {
                painted += Time(painting.Advance, out _);
                if (painting.IsFinished || painting.Step % period == 0) Judge();
            }

            return new PaintTrail(moments);
        }

        // Of all pictures that are looked at on the way only the one at hand is counted: a person needs one.
        void Judge()
        {
            var seconds = painted + Time(painting.Render, out var picture);
            moments.Add(new PaintMoment(painting.Step, seconds.TotalSeconds, judge(picture)));
        }
    }

    private TimeSpan Time<T>(Func<T> work, out T result)
    {
        device.Synchronise();
        var begun = clock.GetTimestamp();
        result = work();
        device.Synchronise();
        return clock.GetElapsedTime(begun);
    }
}
