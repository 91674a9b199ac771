using VqganBot.Jobs;

namespace VqganBot.Tests.Jobs.Together;

/// <summary>Hours of the real queue in seconds, with a GPU of one step a second that is shared by those painted together.</summary>
internal sealed class DeskSimulation(int atOnce, TimeSpan slice)
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(2);

    private readonly List<(ulong User, TimeSpan At, int Steps)> _arrivals = [];

    public void Add(ulong user, TimeSpan at, int steps) => _arrivals.Add((user, at, steps));

    /// <returns>Of each job that had the GPU: how long it waited until it first had it, and how long it had it.</returns>
    public IReadOnlyList<SimulatedTurn> Run(TimeSpan until)
    {
        using var jobs = new JobsFixture(options: new JobOptions { MostAtOnce = atOnce, Slice = slice });
        jobs.Speed.Observe(jobs.New().Order, steps: 100, TimeSpan.FromSeconds(100));
        var coming = new Queue<(ulong User, TimeSpan At, int Steps)>(_arrivals.OrderBy(arrival => arrival.At));
        var desk = new Dictionary<RunningJob, double>(); // steps done
        var waits = new Dictionary<long, TimeSpan>();
        for (var now = TimeSpan.Zero; now < until; now += Tick)
        {
            while (coming.TryPeek(out var arrival) && arrival.At <= now) jobs.Enqueue(coming.Dequeue().User, arrival.Steps);
            Take(jobs, desk, waits);
            jobs.Queue.MakeWay();
            Take(jobs, desk, waits);
            jobs.Clock.Advance(Tick);
            foreach (var running in desk.Keys.ToList()) Paint(jobs, desk, running, Tick / jobs.Queue.Running.Count);
            foreach (var running in desk.Keys.Where(running => desk[running] >= running.Job.Order.Steps).ToList())
            {
                jobs.Store.MarkPainted(running.Job.Id, running.Job.Order.Steps, null);
                Leave(jobs, desk, running);
            }
        }

        return [.. waits.Select(wait => (Job: jobs.Store.Find(wait.Key)!, Wait: wait.Value)).Select(turn => new SimulatedTurn(turn.Job.User.Value, turn.Wait, turn.Job.GpuTime))];
    }

    private static void Take(JobsFixture jobs, Dictionary<RunningJob, double> desk, Dictionary<long, TimeSpan> waits)
    {
        foreach (var aside in desk.Keys.Where(running => running.Stop == StopRequest.Aside).ToList())
        {
            jobs.Store.LayAside(aside.Job.Id);
            Leave(jobs, desk, aside);
        }

        while (jobs.Queue.TakeNext() is { } running)
        {
            desk[running] = running.Job.StepsDone;
            waits.TryAdd(running.Job.Id, jobs.Clock.GetUtcNow() - running.Job.CreatedAt);
        }
    }

    private static void Paint(JobsFixture jobs, Dictionary<RunningJob, double> desk, RunningJob running, TimeSpan time)
    {
        var (steps, count) = (desk[running] += time.TotalSeconds, jobs.Queue.Running.Count);
        var left = TimeSpan.FromSeconds(Math.Max(0, running.Job.Order.Steps - steps) * count);
        running.Advanced(new JobProgress(running.Job.Id, (int)steps, running.Job.Order.Steps, 1, 1, [], 1, left, null));
        running.Passed(1.0 / count);
        jobs.Store.Charge(running.Job, time, (int)steps);
    }

    private static void Leave(JobsFixture jobs, Dictionary<RunningJob, double> desk, RunningJob running)
    {
        desk.Remove(running);
        jobs.Queue.Release(running);
    }
}
