using VqganBot.Bot;
using VqganBot.Bot.Imagine;
using VqganBot.Bot.Settings;
using VqganBot.Bot.Sight;
using VqganBot.Discord.Wire;
using VqganBot.Jobs;
using VqganBot.Tests.Bot.Admin;
using VqganBot.Tests.TestKit;

namespace VqganBot.Tests.Bot.Settings;

public sealed class ForgetMeHandlerTests : IAsyncLifetime
{
    private HandlerBench _bench = null!;
    private ForgetMeHandler _handler = null!;
    private PendingStartImages _startImages = null!;
    private KeptAnswers _answers = null!;

    public async ValueTask InitializeAsync()
    {
        _bench = await HandlerBench.StartAsync();
        _startImages = new PendingStartImages(_bench.Jobs.Database, _bench.Jobs.Clock);
        _answers = new KeptAnswers(_bench.Jobs.Database, _bench.Jobs.Clock);
        _handler = new ForgetMeHandler(_bench.Jobs.Store, _bench.Jobs.Queue, _bench.Jobs.Files, _bench.Replies, _bench.Settings, _startImages, _answers, _bench.Audit);
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task Command_AsksFirst()
    {
        var job = _bench.Jobs.Enqueue(user: 900);
        var text = await _bench.AskAsync(_handler.HandleAsync, _bench.Command("forget-me"));
        Assert.Contains("There is no way back.", text);
        var buttons = _bench.LastBody().GetProperty("data").GetProperty("components")[0].GetProperty("components");
        Assert.Equal(["forget:900:1", "forget:900:1:1"], buttons.EnumerateArray().Select(button => button.GetProperty("custom_id").GetString()));
        Assert.NotNull(_bench.Jobs.Store.Find(job.Id));
    }

    [Fact]
    public async Task Delete_Pressed_LeavesNothingOfTheUserAndAllOfOthers()
    {
        var (mine, others) = (_bench.Jobs.Enqueue(user: 1), _bench.Jobs.Enqueue(user: 2));
        _bench.Settings.Set(new Snowflake(1), new UserSettings { Preset = "best" });
        _startImages.Keep(new Snowflake(70), new Snowflake(1), new Attachment { Id = new(71), Filename = "a.png", Url = "https://cdn.discordapp.com/a.png", Size = 1 });
        _answers.Keep(new Snowflake(72), new Snowflake(1), ["a boat at night"]);
        _bench.Audit.Add(_bench.Command("limits set", user: "1").Interaction, "limits set", "most_steps for <@1>", null, "5");

        await _handler.HandleAsync(_bench.Button("forget:1:1", user: "1"), TestContext.Current.CancellationToken);

        Assert.StartsWith("Everything is deleted: 1 job with its pictures, and your defaults.", _bench.LastBody().GetProperty("content").GetString());
        Assert.Equal(0, _bench.LastBody().GetProperty("components").GetArrayLength());
        Assert.Null(_bench.Jobs.Store.Find(mine.Id));
        Assert.False(Directory.Exists(_bench.Jobs.Files.Folder(mine.Id)));
        Assert.Null(_startImages.Find(new Snowflake(70), new Snowflake(1)));
        Assert.Null(_answers.Find(new Snowflake(72), new Snowflake(1)));
        Assert.Equal(UserSettings.None, _bench.Settings.Of(new Snowflake(1)));
        Assert.Equal(["somebody: limits set most_steps for somebody:  -> 5"], _bench.AuditLines());
        Assert.Equal(JobState.Queued, _bench.Jobs.Store.Find(others.Id)!.State);
        Assert.True(Directory.Exists(_bench.Jobs.Files.Folder(others.Id)));
    }

    [Fact]
    public async Task Delete_WhileAPictureIsPainted_StopsItAndDeletesItsFilesToo()
    {
        var job = _bench.Jobs.Enqueue(user: 1, steps: 100);
        await _bench.Jobs.StartAsync();
        var begun = new TaskCompletionSource();
        _bench.Jobs.Generator.BeforeStep = (_, _) => begun.TrySetResult();
        _bench.Jobs.Generator.Allow(2);
        await begun.Task.WaitAsync(TestTimeouts.Default, TestContext.Current.CancellationToken);

        await _handler.HandleAsync(_bench.Button("forget:1:1", user: "1"), TestContext.Current.CancellationToken);
        await _bench.Jobs.StopAsync();

        Assert.Null(_bench.Jobs.Store.Find(job.Id));
        Assert.False(Directory.Exists(_bench.Jobs.Files.Folder(job.Id)));
    }

    [Fact]
    public async Task Keep_Pressed_DeletesNothing()
    {
        var job = _bench.Jobs.Enqueue(user: 1);
        await _handler.HandleAsync(_bench.Button("forget:1:1:1", user: "1"), TestContext.Current.CancellationToken);
        Assert.Equal("Nothing was deleted.", _bench.LastBody().GetProperty("data").GetProperty("content").GetString());
        Assert.NotNull(_bench.Jobs.Store.Find(job.Id));
    }

    [Theory]
    [InlineData("forget:1:1")]
    [InlineData("forget:1:2")]
    [InlineData("forget:x:1")]
    public async Task AForgedButton_IsRefused(string customId)
    {
        var job = _bench.Jobs.Enqueue(user: 1);
        Assert.Equal("This button is somebody else's. Use `/forget-me` yourself.", await _bench.RefusedAsync(_handler.HandleAsync, _bench.Button(customId, user: "2")));
        Assert.NotNull(_bench.Jobs.Store.Find(job.Id));
    }
}
