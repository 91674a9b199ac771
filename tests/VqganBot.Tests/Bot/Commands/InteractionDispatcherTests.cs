using System.Text.Json;
using Microsoft.Extensions.Logging;
using VqganBot.Bot;
using VqganBot.Bot.Commands;
using VqganBot.Discord.Rest;
using VqganBot.Discord.Wire;
using VqganBot.Tests.Bot.Imagine;
using VqganBot.Tests.Discord.Rest;
using VqganBot.Tests.TestKit;

namespace VqganBot.Tests.Bot.Commands;

public sealed class InteractionDispatcherTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Commands => [.. CommandDefinitions.All.Where(command => command.Type == ApplicationCommandType.ChatInput).Select(command => command.Name)];

    public static TheoryData<string> Actions =>
        [.. typeof(ButtonActions).GetFields().Select(constant => (string)constant.GetRawConstantValue()!).Where(action => action != ButtonActions.StartImage)];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Dispatch_EveryCommandWithoutItsOptions_IsAnsweredByItsHandler(string command)
    {
        await using var bot = await HandlersFixture.StartAsync();
        var answer = await bot.SendAsync(Interactions.Command(command));
        Assert.DoesNotContain("not known", answer.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Logs.Lines, line => line.Level >= LogLevel.Warning);
    }

    [Theory]
    [MemberData(nameof(Actions))]
    public async Task Dispatch_EveryButtonOfAJobThatIsGone_IsAnsweredPrivatelyByItsHandler(string action)
    {
        await using var bot = await HandlersFixture.StartAsync();
        var answer = await bot.SendAsync(Interactions.Button($"{action}:4711:1:1"));
        Assert.DoesNotContain("of another version", answer.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Logs.Lines, line => line.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task Dispatch_ForgedInteractionsOfEveryKind_AreAnsweredPrivatelyAndNothingIsQueued()
    {
        await using var bot = await HandlersFixture.StartAsync();
        var random = new Random(11);
        string[] values = ["null", "true", "-1", "1e308", "9007199254740993", "\"\"", "\"@everyone `x` <@1> \\u202e\"", "[]", "{}", $"\"{new string('a', 6000)}\"", "\"1:1:1\""];
        string[] names = [.. CommandDefinitions.All.Select(command => command.Name), "", "nothing", "limits set x"];
        string[] options = ["prompt", "of", "job", "page", "user", "limit", "value", "size", "image", "count", "private", "word", "channel", "topic", "x"];
        for (var i = 0; i < 300; i++)
        {
            var given = Enumerable.Range(0, random.Next(4)).Select(_ => (options[random.Next(options.Length)], random.Next(1, 12), values[random.Next(values.Length)])).ToArray();
            var interaction = Interactions.Command(names[random.Next(names.Length)], given);
            if (given.Any(option => option.Item1 == "prompt" && option.Item3.Contains("everyone", StringComparison.Ordinal))) continue;
            await bot.SendAsync(interaction);
        }

        Assert.DoesNotContain(bot.Logs.Lines, line => line.Level >= LogLevel.Warning);
        Assert.All(bot.Calls.Where(call => call.Method != "GET" && call.Body.Length > 0), call => Assert.DoesNotContain("<@1>", call.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Dispatch_AHandlerThatBreaks_IsLoggedWithItsIdAndToldWithoutDetails()
    {
        await using var bot = await HandlersFixture.StartAsync();
        var interaction = Interactions.Command("gallery") with { GuildId = null, Member = null };
        await bot.Get<InteractionDispatcher>().DispatchAsync(new InteractionContext(interaction, bot.Get<DiscordRestClient>(), bot.Clock), Cancellation);
        var answer = Json(bot.Calls.Single());
        Assert.Equal($"Something went wrong on my side; it is noted as {interaction.Id}.", answer.GetProperty("data").GetProperty("content").GetString());
        Assert.Equal(64, answer.GetProperty("data").GetProperty("flags").GetInt32());
        Assert.True(bot.Logs.Contains(LogLevel.Error, interaction.Id.ToString()));
        Assert.DoesNotContain(bot.Logs.Lines, line => line.Text.Contains(interaction.Token, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(404, 10062, LogLevel.Warning, "no longer knew")]
    [InlineData(400, 40060, LogLevel.Warning, "second bot")]
    [InlineData(401, 50027, LogLevel.Information, "was dead")]
    public async Task Dispatch_AnAnswerThatDiscordRefuses_QueuesNothingAndIsNotTriedAgain(int status, int code, LogLevel level, string said)
    {
        await using var bot = await HandlersFixture.StartAsync();
        bot.Answer = async (context, _) =>
        {
            await context.Refused(status, code);
            return true;
        };
        var interaction = Interactions.Imagine();
        await bot.Get<InteractionDispatcher>().DispatchAsync(new InteractionContext(interaction, bot.Get<DiscordRestClient>(), bot.Clock), Cancellation);
        Assert.Empty(bot.Waiting);
        Assert.Single(bot.Calls);
        Assert.True(bot.Logs.Contains(level, said));
        Assert.DoesNotContain(bot.Logs.Lines, line => line.Level >= LogLevel.Error || line.Text.Contains(interaction.Token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Dispatch_WhileOneIsHandled_CountsItUntilItsEnd()
    {
        await using var bot = await HandlersFixture.StartAsync();
        var arrived = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        bot.Answer = async (_, _) =>
        {
            arrived.TrySetResult();
            await go.Task;
            return false;
        };
        var dispatcher = bot.Get<InteractionDispatcher>();
        var handling = dispatcher.DispatchAsync(new InteractionContext(Interactions.Command("help"), bot.Get<DiscordRestClient>(), bot.Clock), Cancellation);
        await arrived.Task.WaitAsync(TestTimeouts.Default, Cancellation);
        var idle = dispatcher.InFlight.WhenEmptyAsync();
        Assert.Equal((1, false), (dispatcher.InFlight.Count, idle.IsCompleted));
        go.SetResult();
        await handling.WaitAsync(TestTimeouts.Default, Cancellation);
        await idle.WaitAsync(TestTimeouts.Default, Cancellation);
        Assert.Equal(0, dispatcher.InFlight.Count);
        Assert.True(dispatcher.InFlight.WhenEmptyAsync().IsCompleted);
    }

    [Fact]
    public async Task Dispatch_WhenTheBotStopsInTheMiddle_SaysSoInPlaceOfThinking()
    {
        await using var bot = await HandlersFixture.StartAsync();
        using var stopping = new CancellationTokenSource();
        bot.Answer = async (context, call) =>
        {
            if (call.Method != "GET") return false;
            await stopping.CancelAsync();
            context.Abort();
            return true;
        };
        var interaction = Interactions.Imagine().WithImage(new Uri(bot.Api, "/files/a.png").ToString());
        await bot.Get<InteractionDispatcher>().DispatchAsync(new InteractionContext(interaction, bot.Get<DiscordRestClient>(), bot.Clock), stopping.Token).WaitAsync(TestTimeouts.Default, Cancellation);
        Assert.Empty(bot.Waiting);
        Assert.Contains(bot.Calls, call => call.Method == "POST" && call.Text.Contains("being restarted", StringComparison.Ordinal));
    }

    private static JsonElement Json(ReceivedCall call) => JsonDocument.Parse(call.Body).RootElement;
}
