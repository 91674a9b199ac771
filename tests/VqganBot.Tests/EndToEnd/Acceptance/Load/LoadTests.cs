using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using VqganBot.Health;
using VqganBot.Jobs;
using VqganBot.Simulator.Client;
using VqganBot.Simulator.World;
using VqganBot.Tests.EndToEnd.Acceptance.Setup;

namespace VqganBot.Tests.EndToEnd.Acceptance.Load;

/// <summary>Many people at once while a picture is painted. With VQGANBOT_TEST_FULL=1 for the whole minute, and judged by the figures.</summary>
[Collection(MeasuredTests.Name)]
public sealed class LoadTests(ITestOutputHelper output)
{
    private const int Users = 50;
    private static readonly int CommandsEach = Latencies.AreJudged ? 20 : 4;
    private static readonly TimeSpan Pace = TimeSpan.FromMinutes(1) / (Users * 20);

    [Fact]
    public Task Commands_OfFiftyUsersWhileAPictureIsPainted_AreAcknowledgedInTime() => BotFixture.RunAsync(async bot =>
    {
        using var own = new OwnMeasure(bot.Services.GetRequiredService<BotMeter>());
        SimulatedUser[] users = [.. Enumerable.Range(1, Users).Select(number => bot.World.AddUser($"user{number}"))];
        bot.Painter.IsFree = true;
        var picture = await bot.PaintAsync(bot.World.Ada, "an old painting", ("steps", 1L));
        bot.Painter.IsFree = false;
        var painting = await bot.InvokeAsync(bot.World.Ada, "imagine", ("prompt", "a long painting"), ("steps", 5000L));
        await bot.UntilAsync(painting.Message!, Views.IsPainting, "the painting begins");

        var (outcomes, seen) = await SendAllAsync(bot, users, picture, own, () => bot.Painter.Allow(1));
        bot.Painter.IsFree = true;
        await bot.World.PressButtonAsync(bot.World.Ada, painting.Message!.Id, bot.World.FindMessage(painting.Message.Id)!.Button("Stop"));
        await bot.UntilAsync(() => bot.Jobs.CountInState(JobState.Queued) + bot.Jobs.CountInState(JobState.Painting) + bot.Jobs.CountInState(JobState.Painted) == 0, "all is delivered");

        Assert.DoesNotContain(outcomes, outcome => outcome.Answer is InteractionAnswer.TimedOut or InteractionAnswer.Refused);
        Assert.Equal(Users * Math.Max(1, CommandsEach / 4), users.Sum(user => bot.Jobs.OfUser(user.Id, 100).Count(job => job.State == JobState.Delivered)));
        if (Latencies.AreJudged) Assert.True(seen.Largest < 1000 && seen.At(0.99) < 300, $"{seen}");
    }, new BotSetup { PaintsFreely = false });

    [Fact]
    public Task Commands_WhileTheBuiltInPackPaints_AreAcknowledgedInTime() => BotFixture.RunAsync(async bot =>
    {
        using var own = new OwnMeasure(bot.Services.GetRequiredService<BotMeter>());
        SimulatedUser[] users = [.. Enumerable.Range(1, Users).Select(number => bot.World.AddUser($"user{number}"))];
        var picture = await bot.PaintAsync(bot.World.Ada, "an old painting", ("steps", 1L));
        var painting = await bot.InvokeAsync(bot.World.Ada, "imagine", ("prompt", "a long painting"), ("steps", 5000L));
        await bot.UntilAsync(painting.Message!, Views.IsPainting, "the painting begins");

        var (outcomes, seen) = await SendAllAsync(bot, users, picture, own);

        Assert.True(bot.Jobs.CountInState(JobState.Painting) > 0, "Nothing is painted any more, so the commands were not measured beside a painting.");
        Assert.DoesNotContain(outcomes, outcome => outcome.Answer is InteractionAnswer.TimedOut or InteractionAnswer.Refused);
        if (Latencies.AreJudged) Assert.True(seen.Largest < 1000 && seen.At(0.99) < 300, $"{seen}");
    }, new BotSetup { PaintsForReal = true });

    private async Task<(InteractionOutcome[] Outcomes, Latencies Seen)> SendAllAsync(
        BotFixture bot, SimulatedUser[] users, MessageView picture, OwnMeasure own, Action? beforeEach = null)
    {
        using var pace = new PeriodicTimer(Pace, TimeProvider.System);
        List<Task<InteractionOutcome>> sent = [];
        for (var number = 0; number < users.Length * CommandsEach && await pace.WaitForNextTickAsync(); number++)
        {
            beforeEach?.Invoke();
            sent.Add(Send(bot, users[number % users.Length], number / users.Length, picture));
        }

        var outcomes = await Task.WhenAll(sent);
        var seen = new Latencies("seen by Discord", outcomes.Select(outcome => outcome.Elapsed));
        output.WriteLine($"{users.Length} users, {outcomes.Length} commands, {Environment.ProcessorCount} cores\n{Latencies.Header}\n{seen}\n{new Latencies("the bot's own measure", own.Times)}");
        return (outcomes, seen);
    }

    private static Task<InteractionOutcome> Send(BotFixture bot, SimulatedUser user, int round, MessageView picture) => (round % 4) switch
    {
        0 => bot.InvokeAsync(user, "imagine", ("prompt", $"chicken surf, wave {round}"), ("steps", 1L)),
        1 => bot.InvokeAsync(user, "status"),
        2 => bot.World.AutocompleteAsync(user, bot.World.Paintings, "imagine", "style", new Dictionary<string, OptionValue> { ["style"] = "pa" }),
        _ => bot.World.PressButtonAsync(user, picture.Id, picture.Button("Info")),
    };

    /// <summary>What the bot records of its own acknowledgements.</summary>
    private sealed class OwnMeasure : IDisposable
    {
        private readonly ConcurrentQueue<TimeSpan> _times = new();
        private readonly MeterListener _listener = new();

        public OwnMeasure(BotMeter meter)
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (ReferenceEquals(instrument.Meter, meter.Meter) && instrument.Name.Contains("acknowledgement", StringComparison.Ordinal)) listener.EnableMeasurementEvents(instrument);
            };
            _listener.SetMeasurementEventCallback<double>((_, seconds, _, _) => _times.Enqueue(TimeSpan.FromSeconds(seconds)));
            _listener.Start();
        }

        public IEnumerable<TimeSpan> Times => _times;

        public void Dispose() => _listener.Dispose();
    }
}
