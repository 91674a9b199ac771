using System.Globalization;
using VqganBot.Imaging;

namespace VqganBot.Generation.Synthesis;

/// <summary>Where a film is while it is painted: its frames, and the state to go on from.</summary>
public sealed class FilmFolder(string path)
{
    public string Path { get; } = path;

    /// <value>The state of the first picture, until the frames after it have one.</value>
    internal string FirstState => System.IO.Path.Combine(Path, "first.state");

    internal string State => System.IO.Path.Combine(Path, "film.state");

    /// <param name="number">From 1.</param>
    public string Frame(int number) => System.IO.Path.Combine(Path, $"{number.ToString("000000", CultureInfo.InvariantCulture)}.png");

    /// <summary>The finished frames, read one at a time.</summary>
    public IEnumerable<Rgb24Image> Frames(int count) => Enumerable.Range(1, count).Select(number => ImageCodec.DecodeFile(Frame(number)));

    /// <value>Whether there is something to go on from.</value>
    public bool HasState => File.Exists(State) || File.Exists(FirstState);

    /// <summary>About how many steps of the plan are done, by the frames that are there.</summary>
    public int StepsDone(FilmPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        int frames = Enumerable.Range(1, Math.Max(0, plan.FrameCount)).TakeWhile(number => File.Exists(Frame(number))).Count();
        return frames == 0 ? 0 : plan.Steps - ((plan.FrameCount - frames) * plan.StepsPerFrame);
    }

    /// <summary>Takes away all but the frames.</summary>
    public void DeleteStates()
    {
        File.Delete(FirstState);
        File.Delete(State);
    }

    // Written before the state that counts it: a frame that was cut short is painted again.
    internal void Write(int number, Rgb24Image picture) => File.WriteAllBytes(Frame(number), ImageCodec.EncodePng(picture));
}
