using System.Diagnostics;
using System.Globalization;
using VqganBot.Jobs;
using VqganBot.Tests.TestKit;

namespace VqganBot.Tests.Jobs.Kill;

/// <summary>Kill -9 at any moment. <c>VQGANBOT_TEST_KILLS</c> says how often; what a quick run does by default is little of it.</summary>
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private const int UsualKills = 10;

    private readonly string _folder = Directory.CreateTempSubdirectory("vqganbot-kill-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Killed_AtRandomMoments_NothingIsLostAndNothingIsDoneTwice(int atOnce)
    {
        var kills = int.TryParse(Environment.GetEnvironmentVariable("VQGANBOT_TEST_KILLS"), CultureInfo.InvariantCulture, out var asked) ? asked : UsualKills;
        var chance = new Random(kills);
        for (var kill = 0; kill < kills; kill++) await RunAndKillAsync(atOnce, chance);
        await DrainAsync(atOnce);

        var events = EventLog.Read(_folder);
        using var jobs = new JobsFixture(_folder);
        CheckThatNothingIsLost(events, jobs);
        CheckThatNothingIsPaintedTwice(events);
        CheckThatNothingIsDeliveredTwice(events, jobs);
        Tell(events, kills);
    }

    private async Task RunAndKillAsync(int atOnce, Random chance)
    {
        using var host = Start(atOnce);
        for (var lines = chance.Next(0, 150); lines > 0; lines--) Assert.NotNull(await InTime(host, host.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask()));
        // Lines come from after something was done; some time on, anything may be under way.
        var moment = Stopwatch.GetTimestamp() + chance.Next((int)(Stopwatch.Frequency / 300));
        while (Stopwatch.GetTimestamp() < moment) Thread.SpinWait(10);
        host.Kill();
        await host.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private async Task DrainAsync(int atOnce)
    {
        using var host = Start(atOnce, "drain");
        await InTime(host, host.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
        await host.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, host.ExitCode);
    }

    private Process Start(int atOnce, params string[] more) => Process.Start(
        new ProcessStartInfo("dotnet", ["exec", typeof(KillTests).Assembly.Location, "kill-host", _folder, atOnce.ToString(CultureInfo.InvariantCulture), .. more]) { RedirectStandardOutput = true })!;

    // A host that stands still must not make the test stand still.
    private static async Task<T> InTime<T>(Process host, Task<T> output)
    {
        try
        {
            return await output.WaitAsync(TestTimeouts.Default, TestContext.Current.CancellationToken);
        }
        catch (TimeoutException)
        {
            host.Kill();
            throw;
        }
    }

    private static void CheckThatNothingIsLost(IReadOnlyList<LoggedEvent> events, JobsFixture jobs)
    {
        var asked = events.Where(line => line.What == "asked").Select(line => line.Numbers[0]).Distinct().ToList();
        var queued = events.Where(line => line.What == "queued").Select(line => (Interaction: line.Numbers[0], Job: line.Numbers[1])).Distinct().ToList();
        Assert.Equal(queued.Count, queued.Select(pair => pair.Interaction).Distinct().Count());
        Assert.Equal(queued.Count, queued.Select(pair => pair.Job).Distinct().Count());
        foreach (var (_, job) in queued)
            Assert.True(jobs.Store.Find(job) is { State: JobState.Delivered or JobState.Cancelled }, $"Job {job} is lost: {jobs.Store.Find(job)}.");
        var all = jobs.Store.InState(JobState.Delivered).Concat(jobs.Store.InState(JobState.Cancelled)).ToList();
        Assert.InRange(all.Count, queued.Count, asked.Count);
        foreach (var job in all.Where(job => job.State == JobState.Delivered))
        {
            Assert.Equal(job.Order.Steps * job.Order.Count, job.StepsDone);
            Assert.True(File.Exists(jobs.Files.Picture(job.Id, job.Order.Count)));
        }
    }

    private static void CheckThatNothingIsPaintedTwice(IReadOnlyList<LoggedEvent> events)
    {
        var saved = new Dictionary<(long Job, long Tile), long>();
        var done = new HashSet<(long Job, long Tile)>();
        foreach (var line in events.Where(line => line.What is "begin" or "save" or "done"))
        {
            var (picture, step) = ((line.Numbers[0], line.Numbers[1]), line.Numbers[2]);
            Assert.DoesNotContain(picture, done);
            if (line.What == "begin") Assert.True(step >= saved.GetValueOrDefault(picture), $"Picture {picture} began at step {step} though step {saved.GetValueOrDefault(picture)} was saved.");
            else if (line.What == "save") saved[picture] = step;
            else done.Add(picture);
        }
    }

    private static void CheckThatNothingIsDeliveredTwice(IReadOnlyList<LoggedEvent> events, JobsFixture jobs)
    {
        foreach (var what in (string[])["posted", "delivered"])
        {
            var ids = events.Where(line => line.What == what).Select(line => line.Numbers[0]).ToList();
            Assert.Equal(ids.Distinct().Count(), ids.Count);
        }

        var posted = events.Where(line => line.What == "posted").Select(line => line.Numbers[0]).ToHashSet();
        Assert.All(jobs.Store.InState(JobState.Delivered), job => Assert.Contains(job.Id, posted));
        Assert.All(jobs.Store.InState(JobState.Cancelled), job => Assert.DoesNotContain(job.Id, posted));
        Assert.All(events.Where(line => line.What == "cancelled"), line => Assert.Equal(JobState.Cancelled, jobs.Store.Find(line.Numbers[0])!.State));
    }

    private void Tell(IReadOnlyList<LoggedEvent> events, int kills)
    {
        int Count(string what) => events.Count(line => line.What == what);
        var begun = events.Where(line => line.What == "begin").ToList();
        output.WriteLine(
            $"{kills} kills: {events.Where(line => line.What == "queued").Select(line => line.Numbers[1]).Distinct().Count()} jobs queued, {Count("delivered")} delivered, {Count("cancelled")} cancelled; " +
            $"{Count("done")} pictures in {begun.Count} sittings, {begun.Count(line => line.Numbers[2] > 0)} of them from a saved state; {Count("again")} messages found posted already.");
    }
}
