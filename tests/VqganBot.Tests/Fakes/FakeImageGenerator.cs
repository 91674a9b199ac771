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

    /// <value>Done before each step of a picture, with the steps done over all pictures of the job; may throw.</value>
    public Action<Job, int>? BeforeStep { get; set; }

    /// <value>Done after each round, with the jobs whose pictures did a step, each as often as it has some.</value>
    public Action<IReadOnlyList<long>>? AfterRound { get; set; }

    /// <value>More pictures at once need more memory than there is.</value>
    public int MostInMemory { get; set; } = int.MaxValue;

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

    public IGeneration Begin(GenerationTask task)
    {
        Directory.CreateDirectory(files.Folder(task.Job.Id));
        RequireBeginning(task.Job);
        return new FakeGeneration(task, files, this);
    }

    public Round Advance(IReadOnlyList<IGeneration> generations, int most)
    {
        ThreadName = Thread.CurrentThread.Name;
        FakeGeneration[] all = [.. generations.Cast<FakeGeneration>()];
        WaitForLeave(all);
        var dealt = Slots.Deal([.. all.Select(generation => generation.Wanted)], most);
        int[] stepped = [.. all.Zip(dealt, (generation, slots) => generation.Advance(slots))];
        AfterRound?.Invoke([.. all.Zip(stepped).SelectMany(pair => Enumerable.Repeat(pair.First.Job.Id, pair.Second))]);
        return new Round(stepped, 1, stepped.Sum() > MostInMemory ? stepped.Sum() : 0);
    }

    public void Dispose() => IsDisposed = true;

    /// <summary>Whether a picture may do a step; uses up the leave for it.</summary>
    public bool TakeLeave()
    {
        lock (_lock)
        {
            if (!IsFree && _allowed == 0) return false;
            if (!IsFree) _allowed--;
            return true;
        }
    }

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

    // Not for long: the worker has more to look after.
    private void WaitForLeave(IReadOnlyList<FakeGeneration> generations)
    {
        lock (_lock)
        {
            if (!IsFree && _allowed == 0 && generations.All(generation => generation.Stop == StopRequest.None))
                Monitor.Wait(_lock, TimeSpan.FromMilliseconds(10)); // nobody pulses for a stop
        }
    }
}
