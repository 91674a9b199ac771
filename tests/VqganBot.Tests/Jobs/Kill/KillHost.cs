using VqganBot.Jobs;

namespace VqganBot.Tests.Jobs.Kill;

/// <summary>A bot without Discord and GPU, under load: orders, cancels, paints and delivers until it is killed.</summary>
internal static class KillHost
{
    private const int MostWaiting = 6;

    public static async Task<int> RunAsync(string folder, int atOnce, bool drain)
    {
        var before = EventLog.Read(folder);
        using var log = new EventLog(folder);
        using var jobs = new JobsFixture(
            folder, realClock: TimeProvider.System,
            options: new JobOptions { StateSaveInterval = TimeSpan.FromMilliseconds(1), MostCrashes = int.MaxValue, MostAtOnce = atOnce, Slice = TimeSpan.Zero });
        jobs.Generator.Told = (what, job, tile, step) => log.Write(what, job, tile, step);
        jobs.Generator.IsFree = true;
        await jobs.Worker.StartAsync(CancellationToken.None);

        // Whoever asked and heard nothing asks again.
        var next = before.Where(line => line.What == "asked").Select(line => line.Numbers[0]).DefaultIfEmpty(1).Max();
        var posted = before.Where(line => line.What == "posted").Select(line => line.Numbers[0]).ToHashSet();
        log.Write("ready");
        while (true)
        {
            Deliver(jobs, log, posted);
            if (!drain && jobs.Queue.Waiting < MostWaiting) Order(jobs, log, next++);
            else if (drain && Active(jobs) == 0) return 0;
            else await Task.Yield();
        }
    }

    private static void Order(JobsFixture jobs, EventLog log, long interaction)
    {
        log.Write("asked", interaction);
        var asked = JobsFixture.MakeJob((ulong)interaction, TimeProvider.System.GetUtcNow(), (ulong)(interaction % 5), steps: 20, count: 1 + ((int)interaction % 2));
        var job = jobs.Queue.Enqueue(asked);
        log.Write("queued", interaction, job.Id);
        // Discord sends some interactions twice.
        if (interaction % 3 == 0) log.Write("queued", interaction, jobs.Queue.Enqueue(asked).Id);
        if (interaction % 7 == 0 && jobs.Queue.Stop(job.Id, StopRequest.Drop, "Not wanted any more.")) log.Write("cancelled", job.Id);
    }

    // The log is the channel: as with Discord's nonces, a message that is there already is not posted a second time.
    private static void Deliver(JobsFixture jobs, EventLog log, HashSet<long> posted)
    {
        foreach (var job in jobs.Store.InState(JobState.Painted))
        {
            log.Write(posted.Add(job.Id) ? "posted" : "again", job.Id);
            if (jobs.Store.MarkDelivered(job.Id, null)) log.Write("delivered", job.Id);
        }
    }

    private static int Active(JobsFixture jobs) =>
        jobs.Store.CountInState(JobState.Queued) + jobs.Store.CountInState(JobState.Painting) + jobs.Store.CountInState(JobState.Painted);
}
