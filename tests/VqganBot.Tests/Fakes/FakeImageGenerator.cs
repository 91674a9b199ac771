using System.Globalization;
using VqganBot.Imaging;
using VqganBot.Jobs;

namespace VqganBot.Tests.Fakes;

/// <summary>
/// Stands for the GPU: paints flat tiny pictures, step by step as the test allows, and keeps its states and pictures in the
/// job's folder as the real one does. A state is the number of steps done, as text; that of a draft is 0.
/// </summary>
internal sealed class FakeImageGenerator(JobFiles files) : IImageGenerator
{
    private readonly object _lock = new(); // a monitor: it is waited on
    private int _allowed;

    /// <value>True: steps need no leave of the test.</value>
    public bool IsFree { get; set; }

    /// <value>Done before each step of a job, with the steps done over all its pictures; may throw.</value>
    public Action<Job, int>? BeforeStep { get; set; }

    /// <value>Told of what matters for "never twice": <c>begin</c>, <c>save</c>, <c>done</c>, with job, tile and step.</value>
    public Action<string, long, int, int>? Told { get; set; }

    public bool IsPrepared { get; private set; }

    public bool IsDisposed { get; private set; }

    /// <value>Name of the thread that last painted.</value>
    public string? ThreadName { get; private set; }

    public void Allow(int steps)
    {
        lock (_lock)
        {
            _allowed += steps;
            Monitor.PulseAll(_lock);
        }
    }

    public void Prepare() => IsPrepared = true;

    public GenerationOutcome Generate(GenerationTask task)
    {
        ThreadName = Thread.CurrentThread.Name;
        var (job, order) = (task.Job, task.Job.Order);
        Directory.CreateDirectory(files.Folder(job.Id));
        RequireBeginning(job);
        var done = 0;
        for (var tile = 1; tile <= order.Count; tile++)
        {
            var stop = PaintTile(task, tile, ref done);
            if (stop is not (StopRequest.None or StopRequest.Keep)) return new GenerationOutcome(stop, done, null, null, null);
            if (stop == StopRequest.Keep) return new GenerationOutcome(stop, done, 0.5, 0.3, null);
        }

        if (order.Count > 1) Write(files.Grid(job.Id), TinyPng.Encode(Picture(job, 1)));
        return new GenerationOutcome(StopRequest.None, done, 0.5, 0.3, null);
    }

    public void Dispose() => IsDisposed = true;

    /// <summary>As the real one, it cannot paint without what the order says that it begins with.</summary>
    private void RequireBeginning(Job job)
    {
        var order = job.Order;
        if (order is { Kind: JobKind.Refine, ParentJob: { } parent })
        {
            var begun = int.Parse(File.ReadAllText(files.State(parent, order.ParentTile)), CultureInfo.InvariantCulture);
            Told?.Invoke("refine", parent, order.ParentTile, begun);
        }

        for (var number = 1; number <= order.ImagePrompts; number++)
        {
            var level = ImageCodec.DecodeFile(files.ImagePrompt(job.Id, number)).Pixels[0];
            Told?.Invoke("prompt", job.Id, number, level);
        }
    }

    private StopRequest PaintTile(GenerationTask task, int tile, ref int done)
    {
        var (job, order) = (task.Job, task.Job.Order);
        if (File.Exists(files.Picture(job.Id, tile)))
        {
            done += order.Steps;
            return StopRequest.None;
        }

        var state = files.State(job.Id, tile);
        var first = File.Exists(state) ? int.Parse(File.ReadAllText(state), CultureInfo.InvariantCulture) : 0;
        Told?.Invoke("begin", job.Id, tile, first);
        done += first;
        var step = first;
        for (; step < order.Steps; step++)
        {
            if (WaitForLeave(task) is var stop and not StopRequest.None)
            {
                if (stop is StopRequest.Drop or StopRequest.Stuck) return stop;
                Save(job.Id, tile, step);
                if (stop == StopRequest.Keep) Finish(job, tile, step);
                return stop;
            }

            BeforeStep?.Invoke(job, done);
            done++;
            Save(job.Id, tile, step + 1);
            task.Report(new JobProgress(
                job.Id, step + 1, order.Steps, tile, order.Count, [1.0 / (step + 1)], 10, TimeSpan.FromSeconds((order.Steps * order.Count - done) / 10.0),
                task.WantsFrame() ? Picture(job, step) : null));
        }

        Finish(job, tile, step);
        if (order.Kind == JobKind.Draft) Save(job.Id, tile, 0);
        return StopRequest.None;
    }

    private StopRequest WaitForLeave(GenerationTask task)
    {
        lock (_lock)
        {
            while (task.Stop() == StopRequest.None && !IsFree && _allowed == 0)
                Monitor.Wait(_lock, TimeSpan.FromMilliseconds(10)); // nobody pulses for a stop
            if (task.Stop() is var stop and not StopRequest.None) return stop;
            if (!IsFree) _allowed--;
            return StopRequest.None;
        }
    }

    private void Save(long job, int tile, int step)
    {
        Write(files.State(job, tile), System.Text.Encoding.ASCII.GetBytes(step.ToString(CultureInfo.InvariantCulture)));
        Told?.Invoke("save", job, tile, step);
    }

    private void Finish(Job job, int tile, int step)
    {
        Write(files.Picture(job.Id, tile), TinyPng.Encode(Picture(job, step)));
        Told?.Invoke("done", job.Id, tile, step);
    }

    private static Rgb24Image Picture(Job job, int step)
    {
        var picture = new Rgb24Image(8, 8);
        picture.Pixels.AsSpan().Fill((byte)((job.Order.Seed * 31) + (ulong)step));
        return picture;
    }

    private static void Write(string path, byte[] bytes)
    {
        var draft = path + ".draft";
        File.WriteAllBytes(draft, bytes);
        File.Move(draft, path, overwrite: true);
    }
}
