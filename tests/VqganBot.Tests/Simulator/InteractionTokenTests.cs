using System.Net;
using VqganBot.Simulator.Client;
using VqganBot.Tests.Simulator.Peer;

namespace VqganBot.Tests.Simulator;

public sealed class InteractionTokenTests
{
    private const string Defer = """{"type":5}""";

    [Fact]
    public async Task Answer_Within3Seconds_IsTaken()
    {
        await using RawBot bot = await RawBot.StartAsync();
        await using RawGateway gateway = await bot.ConnectAsync();
        (InteractionCreate interaction, _) = await bot.PaintAsync(gateway);
        bot.Advance(TimeSpan.FromSeconds(2.9));
        Assert.Equal(HttpStatusCode.OK, (await bot.AnswerAsync(interaction, Defer)).Status);
    }

    [Fact]
    public async Task Answer_After3Seconds_IsUnknownInteraction()
    {
        await using RawBot bot = await RawBot.StartAsync();
        await using RawGateway gateway = await bot.ConnectAsync();
        (InteractionCreate interaction, Task<InteractionOutcome> outcome) = await bot.PaintAsync(gateway);
        bot.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal((InteractionAnswer.TimedOut, "The application did not respond"), ((await outcome).Answer, (await outcome).Refusal));
        RawBot.Reply late = await bot.AnswerAsync(interaction, Defer);
        Assert.Equal((HttpStatusCode.NotFound, 10062), (late.Status, late.Code));
        Assert.Equal(10015, (await bot.JsonAsync("POST", Webhook(bot, interaction), """{"content":"x"}""")).Code);
    }

    [Fact]
    public async Task Answer_Twice_IsAlreadyAcknowledged()
    {
        await using RawBot bot = await RawBot.StartAsync();
        await using RawGateway gateway = await bot.ConnectAsync();
        (InteractionCreate interaction, _) = await bot.PaintAsync(gateway);
        await bot.AnswerAsync(interaction, Defer);
        RawBot.Reply second = await bot.AnswerAsync(interaction, Defer);
        Assert.Equal((HttpStatusCode.BadRequest, 40060), (second.Status, second.Code));
    }

    [Fact]
    public async Task Answer_WrongToken_IsUnknownInteraction()
    {
        await using RawBot bot = await RawBot.StartAsync();
        await using RawGateway gateway = await bot.ConnectAsync();
        (InteractionCreate interaction, _) = await bot.PaintAsync(gateway);
        Assert.Equal(10062, (await bot.JsonAsync("POST", $"/interactions/{interaction.Id}/forged/callback", Defer)).Code);
    }

    [Fact]
    public async Task Webhook_BeforeAnAnswer_IsUnknown()
    {
        await using RawBot bot = await RawBot.StartAsync();
        await using RawGateway gateway = await bot.ConnectAsync();
        (InteractionCreate interaction, _) = await bot.PaintAsync(gateway);
        Assert.Equal(10015, (await bot.JsonAsync("PATCH", Webhook(bot, interaction) + "/messages/@original", """{"content":"x"}""")).Code);
    }

    [Theory]
    [InlineData(899, 200, 0)]
    [InlineData(900, 401, 50027)]
    public async Task Webhook_DiesAfter15Minutes(int seconds, int status, int code)
    {
        await using RawBot bot = await RawBot.StartAsync();
        await using RawGateway gateway = await bot.ConnectAsync();
        (InteractionCreate interaction, _) = await bot.PaintAsync(gateway);
        await bot.AnswerAsync(interaction, Defer);
        bot.App.Clock.Advance(TimeSpan.FromSeconds(seconds));
        RawBot.Reply reply = await bot.JsonAsync("PATCH", Webhook(bot, interaction) + "/messages/@original", """{"content":"x"}""");
        Assert.Equal((status, code), ((int)reply.Status, reply.Code));
    }

    [Fact]
    public async Task Message_OfADeadToken_IsEditedByTheBotItself()
    {
        await using RawBot bot = await RawBot.StartAsync();
        await using RawGateway gateway = await bot.ConnectAsync();
        (InteractionCreate interaction, Task<InteractionOutcome> outcome) = await bot.PaintAsync(gateway);
        await bot.AnswerAsync(interaction, Defer);
        bot.World.ExpireTokens();
        Assert.Equal(50027, (await bot.SendAsync("GET", Webhook(bot, interaction) + "/messages/@original")).Code);

        string message = $"/channels/{bot.World.Paintings.Id}/messages/{(await outcome).Message!.Id}";
        Assert.Equal(HttpStatusCode.OK, (await bot.JsonAsync("PATCH", message, """{"content":"late"}""")).Status);
    }

    private static string Webhook(RawBot bot, InteractionCreate interaction) => $"/webhooks/{bot.Application}/{interaction.Token}";
}
