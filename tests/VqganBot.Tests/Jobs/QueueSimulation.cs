using VqganBot.Discord.Wire;
using VqganBot.Jobs;

namespace VqganBot.Tests.Jobs;

/// <summary>Hours of a queue in milliseconds: one GPU that always takes whom <see cref="FairShare"/> ranks first.</summary>
internal sealed class QueueSimulation
{
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly List<(Job Job, TimeSpan Gpu)> _arrivals = [];
    private readonly Dictionary<Snowflake, GpuShare> _shares = [];

    public void Use(ulong user, TimeSpan gpu) => _shares[new Snowflake(user)] = GpuShare.None.After(gpu, Start);

    public void Add(ulong user, TimeSpan at, TimeSpan gpu) => _arrivals.Add((Job(_arrivals.Count + 1, user, Start + at), gpu));

    public IReadOnlyList<SimulatedTurn> Run(TimeSpan until)
    {
        var coming = new Queue<(Job Job, TimeSpan Gpu)>(_arrivals.OrderBy(arrival => arrival.Job.CreatedAt));
        var waiting = new Dictionary<long, (Job Job, TimeSpan Gpu)>();
        var served = new List<SimulatedTurn>();
        for (var now = Start; now < Start + until;)
        {
            while (coming.TryPeek(out var arrival) && arrival.Job.CreatedAt <= now) waiting.Add(arrival.Job.Id, coming.Dequeue());
            if (waiting.Count == 0)
            {
                if (coming.Count == 0) break;
                now = coming.Peek().Job.CreatedAt;
                continue;
            }

            var next = FairShare.Rank(waiting.Values.Select(entry => entry.Job), _shares, now).First();
            var gpu = waiting[next.Id].Gpu;
            waiting.Remove(next.Id);
            served.Add(new SimulatedTurn(next.User.Value, now - next.CreatedAt, gpu));
            now += gpu;
            _shares[next.User] = _shares.GetValueOrDefault(next.User, GpuShare.None).After(gpu, now);
        }

        return served;
    }

    public static Job Job(long id, ulong user, DateTimeOffset at)
    {
        var made = JobsFixture.MakeJob((ulong)id, at, user, steps: 10, count: 1);
        return new Job { Id = id, State = JobState.Queued, Requester = made.Requester, Order = made.Order, Reply = made.Reply, CreatedAt = at };
    }
}
