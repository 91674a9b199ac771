using System.Net;
using System.Text.Json.Nodes;
using VqganBot.Simulator.Client;
using VqganBot.Simulator.World;
using VqganBot.Simulator.World.Events;
using VqganBot.Tests.Simulator.Peer;

namespace VqganBot.Tests.Simulator;

public sealed class InteractionAnswerTests
{
    [Fact]
    public async Task Command_InGuild_CarriesWhatDiscordSends()
    {
        await using RawBot bot = await RawBot.StartAsync();
        await using RawGateway gateway = await bot.ConnectAsync();
        (InteractionCreate interaction, _) = await bot.PaintAsync(gateway, bot.World.Curie);

        JsonObject json = interaction.Json;
        Assert.Equal(bot.Application, (string?)json["application_id"]);
        Assert.Equal("Curie", (string?)json["member"]!["user"]!["global_name"]);
        Assert.Equal("fr", (string?)json["locale"]);
        Assert.Equal(10 << 20, (int)json["attachment_size_limit"]!);
        Assert.Equal(0, (int)json["context"]!);
        Assert.Null(json["user"]);
        // Of a moderator: manage messages, but not the guild.
        ulong permissions = ulong.Parse((string)json["member"]!["permissions"]!, null);
        Assert.Equal((true, false), ((permissions & (1 << 13)) != 0, (permissions & (1 << 5)) != 0));
        Assert.NotEqual(0UL, ulong.Parse((string)json["app_permissions"]!, null) & (1 << 15));
    }

    [Fact]
    public async Task Command_InDirectMessages_HasAUserAndNoMember()
    {
        await using RawBot bot = await RawBot.StartAsync();
        await using RawGateway gateway = await bot.ConnectAsync();
        (InteractionCreate interaction, _) = await bot.PaintAsync(gateway, bot.World.Basho, bot.World.DirectMessages(bot.World.Basho));
        Assert.Equal("basho", (string?)interaction.Json["user"]!["username"]);
        Assert.Null(interaction.Json["member"]);
        Assert.Equal(1, (int)interaction.Json["context"]!);
    }

    [Fact]
    public async Task Deferral_WithResponse_TellsTheLoadingMessage()
    {
        await using RawBot bot = await RawBot.StartAsync();
        await using RawGateway gateway = await bot.ConnectAsync();
        (InteractionCreate interaction, Task<InteractionOutcome> outcome) = await bot.PaintAsync(gateway);

        RawBot.Reply reply = await bot.AnswerAsync(interaction, """{"type":5}""");
        Assert.True((bool)reply.Json!["interaction"]!["response_message_loading"]!);
        Assert.Null(reply.Json["resource"]);
        Assert.Equal(InteractionAnswer.Deferred, (await outcome).Answer);
        Assert.Equal((await outcome).Message!.Id.ToString(), (string?)reply.Json["interaction"]!["response_message_id"]);
        Assert.True((await outcome).Message!.IsLoading);
    }

    [Fact]
    public async Task Answer_WithoutResponse_Is204()
    {
        await using RawBot bot = await RawBot.StartAsync();
        await using RawGateway gateway = await bot.ConnectAsync();
        (InteractionCreate interaction, _) = await bot.PaintAsync(gateway);
        Assert.Equal(HttpStatusCode.NoContent, (await bot.AnswerAsync(interaction, """{"type":4,"data":{"content":"hi"}}""", withResponse: false)).Status);
    }

    [Theory]
    [InlineData("@original")]
    [InlineData("%40original")]
    public async Task Original_Edited_EndsTheLoading(string original)
    {
        await using RawBot bot = await RawBot.StartAsync();
        await using RawGateway gateway = await bot.ConnectAsync();
        (InteractionCreate interaction, _) = await bot.PaintAsync(gateway);
        await bot.AnswerAsync(interaction, """{"type":5}""");

        RawBot.Reply reply = await bot.JsonAsync("PATCH", $"/webhooks/{bot.Application}/{interaction.Token}/messages/{original}", """{"content":"done"}""", authorized: false);
        Assert.Equal((HttpStatusCode.OK, "done", 0), (reply.Status, (string?)reply.Json!["content"], (int)reply.Json["flags"]!));
        Assert.Equal("done", Assert.Single(bot.World.MessagesIn(bot.World.Paintings, bot.World.Durer)).Message.Content);
    }

    [Fact]
    public async Task Followup_RightAfterDeferral_IsItsAnswer()
    {
        await using RawBot bot = await RawBot.StartAsync();
        await using RawGateway gateway = await bot.ConnectAsync();
        (InteractionCreate interaction, Task<InteractionOutcome> outcome) = await bot.PaintAsync(gateway);
        await bot.AnswerAsync(interaction, """{"type":5}""");
        string webhook = $"/webhooks/{bot.Application}/{interaction.Token}";

        RawBot.Reply first = await bot.JsonAsync("POST", webhook, """{"content":"one"}""");
        RawBot.Reply second = await bot.JsonAsync("POST", webhook, """{"content":"two","flags":64}""");
        Assert.Equal((await outcome).Message!.Id.ToString(), (string?)first.Json!["id"]);
        Assert.Equal(64, (int)second.Json!["flags"]!);
        Assert.Equal(2, bot.World.MessagesIn(bot.World.Paintings, bot.World.Ada).Count);
        Assert.Single(bot.World.MessagesIn(bot.World.Paintings, bot.World.Basho));
    }

    [Fact]
    public async Task Ephemeral_IsSeenByOneAndByNoRouteOfTheChannel()
    {
        await using RawBot bot = await RawBot.StartAsync();
        await using RawGateway gateway = await bot.ConnectAsync(intents: 1 | (1 << 9));
        (InteractionCreate interaction, Task<InteractionOutcome> outcome) = await bot.PaintAsync(gateway);
        await bot.AnswerAsync(interaction, """{"type":4,"data":{"content":"secret","flags":64}}""");

        MessageView message = (await outcome).Message!;
        Assert.Equal(bot.World.Ada.Id, message.VisibleTo);
        string path = $"/channels/{bot.World.Paintings.Id}/messages";
        Assert.Equal(10008, (await bot.SendAsync("GET", $"{path}/{message.Id}")).Code);
        Assert.Equal(10008, (await bot.JsonAsync("PATCH", $"{path}/{message.Id}", """{"content":"x"}""")).Code);
        Assert.Empty((await bot.SendAsync("GET", path)).Json!.AsArray());
        Assert.Equal(InteractionAnswer.Refused, (await bot.World.PressButtonAsync(bot.World.Basho, message.Id, "any", cancellation: RawBot.Soon())).Answer);
    }

    [Fact]
    public async Task Button_UpdateMessage_ChangesTheMessage()
    {
        await using RawBot bot = await RawBot.StartAsync();
        await using RawGateway gateway = await bot.ConnectAsync();
        (InteractionCreate command, Task<InteractionOutcome> painted) = await bot.PaintAsync(gateway);
        await bot.AnswerAsync(command, """{"type":4,"data":{"content":"a","components":[{"type":1,"components":[{"type":2,"style":2,"label":"Stop","custom_id":"stop:1"}]}]}}""");

        Task<InteractionOutcome> pressed = bot.World.PressButtonAsync(bot.World.Basho, (await painted).Message!.Id, "stop:1", cancellation: RawBot.Soon());
        InteractionCreate button = await gateway.InteractionAsync();
        Assert.Equal(("stop:1", 2), ((string?)button.Data["custom_id"], (int)button.Data["component_type"]!));
        Assert.Equal("a", (string?)button.Json["message"]!["content"]);
        await bot.AnswerAsync(button, """{"type":7,"data":{"content":"b","components":[]}}""");

        Assert.Equal((InteractionAnswer.Updated, "b"), ((await pressed).Answer, (await pressed).Message!.Message.Content));
        Assert.Empty(bot.World.FindMessage((await painted).Message!.Id)!.Message.Components!);
    }

    [Fact]
    public async Task Modal_FromButton_ComesBackWithWhatWasTyped()
    {
        await using RawBot bot = await RawBot.StartAsync();
        await using RawGateway gateway = await bot.ConnectAsync();
        (InteractionCreate command, _) = await bot.PaintAsync(gateway);
        Task<InteractionOutcome> opened = bot.World.InvokeCommandAsync(bot.World.Basho, bot.World.Paintings, "paint", cancellation: RawBot.Soon());
        InteractionCreate second = await gateway.InteractionAsync();
        await bot.AnswerAsync(second, """
            {"type":9,"data":{"custom_id":"remix:1","title":"Remix","components":[
            {"type":18,"label":"Prompt","component":{"type":4,"custom_id":"prompt","style":2,"value":"a hen","max_length":100}},
            {"type":18,"label":"Seed","component":{"type":4,"custom_id":"seed","style":1,"required":false}}]}}
            """);
        ModalView modal = (await opened).Modal!;

        Assert.Equal(InteractionAnswer.Refused, (await bot.World.SubmitModalAsync(modal, new Dictionary<string, string> { ["prompt"] = "" }, cancellation: RawBot.Soon())).Answer);
        Task<InteractionOutcome> submitted = bot.World.SubmitModalAsync(modal, new Dictionary<string, string> { ["seed"] = "7" }, cancellation: RawBot.Soon());
        InteractionCreate submit = await gateway.InteractionAsync();
        Assert.Equal(5, (int)submit.Json["type"]!);
        Assert.Equal("remix:1", (string?)submit.Data["custom_id"]);
        Assert.Equal(["a hen", "7"], submit.Data["components"]!.AsArray().Select(label => (string)label!["component"]!["value"]!));
        Assert.Equal("BASE_TYPE_CHOICES", (await bot.AnswerAsync(submit, """{"type":9,"data":{}}""")).ErrorAt("type"));
        await bot.AnswerAsync(submit, """{"type":5,"data":{"flags":64}}""");
        Assert.True((await submitted).Message!.IsEphemeral);
        Assert.NotNull(command);
    }

    [Fact]
    public async Task Autocomplete_Answered_GivesChoices()
    {
        await using RawBot bot = await RawBot.StartAsync();
        await using RawGateway gateway = await bot.ConnectAsync();
        await bot.RegisterAsync("""[{"name":"paint","description":"p","options":[{"type":3,"name":"style","description":"s","autocomplete":true}]}]""");
        Task<InteractionOutcome> typed = bot.World.AutocompleteAsync(bot.World.Ada, bot.World.Paintings, "paint", "style", new Dictionary<string, OptionValue> { ["style"] = "wa" }, RawBot.Soon());
        InteractionCreate interaction = await gateway.InteractionAsync();
        Assert.Equal(4, (int)interaction.Json["type"]!);
        Assert.True((bool)interaction.Data["options"]![0]!["focused"]!);

        Assert.Equal("BASE_TYPE_CHOICES", (await bot.AnswerAsync(interaction, """{"type":5}""")).ErrorAt("type"));
        await bot.AnswerAsync(interaction, """{"type":8,"data":{"choices":[{"name":"Watercolour","value":"watercolour"}]}}""");
        Assert.Equal("Watercolour", Assert.Single((await typed).Choices).Name);
    }

    [Fact]
    public async Task Events_OfAnAnsweredCommand_ComeInOrder()
    {
        await using RawBot bot = await RawBot.StartAsync();
        await using RawGateway gateway = await bot.ConnectAsync();
        await bot.RegisterAsync("""[{"name":"paint","description":"Paints."}]""");
        var events = bot.World.Subscribe(TestContext.Current.CancellationToken);
        (InteractionCreate interaction, _) = await bot.PaintAsync(gateway);
        await bot.AnswerAsync(interaction, """{"type":5}""");
        await bot.JsonAsync("PATCH", $"/webhooks/{bot.Application}/{interaction.Token}/messages/@original", """{"content":"x"}""");
        await bot.SendAsync("DELETE", $"/webhooks/{bot.Application}/{interaction.Token}/messages/@original");

        List<string> names = [];
        while (names.LastOrDefault() != nameof(WorldEvent.MessageDeleted))
            names.Add((await events.ReadAsync(RawBot.Soon())).GetType().Name);
        Assert.Equal(["CommandsChanged", "InteractionStarted", "MessageCreated", "InteractionAnswered", "MessageUpdated", "MessageDeleted"], names);
    }
}
