using System.Globalization;
using VqganBot.Discord.Wire;
using VqganBot.Simulator.Client;
using VqganBot.Simulator.Faults;
using VqganBot.Simulator.World;

namespace VqganBot.Tests.Peers;

/// <summary>The simulator seen by a client that is not ours: what discord.js accepts, other clients may rely on.</summary>
public sealed class DiscordJsTests(DiscordJsPeer peer) : IClassFixture<DiscordJsPeer>
{
    private static readonly Dictionary<string, OptionValue> Chicken = new() { ["prompt"] = "chicken surf" };

    private SimulatedWorld World => peer.Simulator.World;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Login_Ready_KnowsItsGuildAndRegistersItsCommands()
    {
        peer.Require();

        Assert.Equal(World.Bot.Username, peer.Ready.GetProperty("user").GetString());
        Assert.Equal(World.GuildName, Assert.Single(peer.Ready.GetProperty("guilds").EnumerateArray()).GetString());
        Assert.Equal(5, peer.Ready.GetProperty("kept").GetInt32());
        Assert.Equal(["paint", "remix", "busy", "storm", "Picture info"], World.CommandsFor(World.Basho, World.Paintings).Select(command => command.Name));
    }

    [Fact]
    public async Task Presence_Set_IsShown()
    {
        peer.Require();
        using var limit = new CancellationTokenSource(TestKit.TestTimeouts.Default);
        var events = World.Subscribe(limit.Token);

        while (World.Presence != new PresenceView("idle", "painting")) await events.ReadAsync(limit.Token);
    }

    [Fact]
    public async Task DeferReply_ThenEditWithAFile_ShowsThePicture()
    {
        peer.Require();
        var file = new UploadedFile("start.png", "image/png", new byte[123]);

        var outcome = await World.InvokeCommandAsync(World.Basho, World.Paintings, "paint", new Dictionary<string, OptionValue>(Chicken) { ["image"] = file }, cancellation: Cancellation);

        Assert.Equal(InteractionAnswer.Deferred, outcome.Answer);
        var message = await peer.MessageAsync(outcome.Message!.Id, message => !message.IsLoading);
        Assert.Equal("painted chicken surf from start.png of 123", message.Message.Content);
        var attachment = Assert.Single(message.Message.Attachments!);
        Assert.Equal(("picture.png", "Painting of chicken surf"), (attachment.Filename, attachment.Description));
        Assert.False(message.IsEphemeral);

        var told = await peer.NextAsync("painted");
        Assert.Equal($"{message.Id}", told.GetProperty("id").GetString());
        Assert.Equal(((ulong)World.PermissionsOf(World.Basho, World.Paintings)).ToString(CultureInfo.InvariantCulture), told.GetProperty("permissions").GetString());
        using var http = new HttpClient();
        var bytes = await http.GetByteArrayAsync(new Uri(told.GetProperty("files")[0].GetString()!), Cancellation);
        Assert.Equal("PNG"u8, bytes.AsSpan(1, 3));
    }

    [Fact]
    public async Task DeferReply_Ephemeral_IsSeenByOneOnly()
    {
        peer.Require();

        var outcome = await World.InvokeCommandAsync(World.Basho, World.Paintings, "paint", new Dictionary<string, OptionValue>(Chicken) { ["private"] = true }, cancellation: Cancellation);

        var message = await peer.MessageAsync(outcome.Message!.Id, message => !message.IsLoading);
        Assert.Equal(World.Basho.Id, message.VisibleTo);
        Assert.DoesNotContain(World.MessagesIn(World.Paintings, World.Durer), seen => seen.Id == message.Id);
        await peer.NextAsync("painted");
    }

    [Fact]
    public async Task Autocomplete_Typed_GetsTheChoices()
    {
        peer.Require();

        var outcome = await World.AutocompleteAsync(World.Basho, World.Paintings, "paint", "prompt", new Dictionary<string, OptionValue> { ["prompt"] = "chicken" }, Cancellation);

        Assert.Equal(InteractionAnswer.Choices, outcome.Answer);
        Assert.Equal(["chicken surf", "chicken sleep"], outcome.Choices.Select(choice => choice.Name));
    }

    [Fact]
    public async Task FollowUps_CreatedEditedFetchedDeleted_DoAsTheySay()
    {
        peer.Require();

        var outcome = await World.InvokeCommandAsync(World.Basho, World.Paintings, "busy", cancellation: Cancellation);

        Assert.Equal(InteractionAnswer.Message, outcome.Answer);
        Assert.Equal($"{outcome.Message!.Id}", (await peer.NextAsync("replied")).GetProperty("id").GetString());
        var told = await peer.NextAsync("followed");
        Assert.Equal("first", told.GetProperty("original").GetString());
        Assert.True(Snowflake.TryParse(told.GetProperty("id").GetString(), out var second));
        Assert.Null(World.FindMessage(second));
        var third = World.MessagesIn(World.Paintings, World.Basho).Last(message => message.Message.Content == "third");
        Assert.Equal(World.Basho.Id, third.VisibleTo);
    }

    [Fact]
    public async Task Button_Pressed_UpdatesItsMessage()
    {
        peer.Require();
        var message = await PaintAsync();

        var outcome = await World.PressButtonAsync(World.Durer, message.Id, "again", cancellation: Cancellation);

        Assert.Equal(InteractionAnswer.Updated, outcome.Answer);
        var updated = World.FindMessage(message.Id)!;
        Assert.Equal("painted chicken surf again", updated.Message.Content);
        Assert.Null(updated.Find("again"));
        Assert.Equal("picture.png", Assert.Single(updated.Message.Attachments!).Filename);
    }

    [Fact]
    public async Task Button_DeferredUpdate_ReplacesThePictureLater()
    {
        peer.Require();
        var message = await PaintAsync();

        var outcome = await World.PressButtonAsync(World.Basho, message.Id, "quiet", cancellation: Cancellation);

        Assert.Equal(InteractionAnswer.DeferredUpdate, outcome.Answer);
        var updated = await peer.MessageAsync(message.Id, seen => seen.Message.Content == "quietly");
        Assert.Equal("other.png", Assert.Single(updated.Message.Attachments!).Filename);
    }

    [Fact]
    public async Task Modal_ShownAndSubmitted_IsAnswered()
    {
        peer.Require();
        var shown = await World.InvokeCommandAsync(World.Basho, World.Paintings, "remix", cancellation: Cancellation);
        Assert.Equal(InteractionAnswer.Modal, shown.Answer);

        var outcome = await World.SubmitModalAsync(shown.Modal!, new Dictionary<string, string> { ["prompt"] = "chicken sleep" }, cancellation: Cancellation);

        Assert.Equal(InteractionAnswer.Message, outcome.Answer);
        Assert.Equal("remix of chicken sleep", outcome.Message!.Message.Content);
    }

    [Fact]
    public async Task MessageMenu_Used_SeesTheMessageAndItsFiles()
    {
        peer.Require();
        var message = await PaintAsync();

        var outcome = await World.InvokeMessageCommandAsync(World.Basho, message.Id, "Picture info", cancellation: Cancellation);

        Assert.Equal(InteractionAnswer.Message, outcome.Answer);
        Assert.Equal($"1 file(s) by {World.Bot.Username}", outcome.Message!.Message.Content);
        Assert.True(outcome.Message.IsEphemeral);
    }

    [Fact]
    public async Task Line_Dropped_IsResumedAndNothingIsLost()
    {
        peer.Require();

        peer.Simulator.Gateway.CloseSockets(4000, "By test.");
        var missed = World.InvokeCommandAsync(World.Basho, World.Paintings, "remix", cancellation: Cancellation);

        await peer.NextAsync("resumed");
        Assert.Equal(InteractionAnswer.Modal, (await missed).Answer);
    }

    [Fact]
    public async Task RateLimit_ToldByHeaders_IsWaitedForBeforeItIsMet()
    {
        peer.Require();

        var outcome = await World.InvokeCommandAsync(World.Basho, World.Paintings, "storm", cancellation: Cancellation);

        var limited = await peer.NextAsync("limited");
        Assert.Equal(5, limited.GetProperty("limit").GetInt32());
        await peer.NextAsync("calm");
        Assert.Equal("8", World.FindMessage(outcome.Message!.Id)!.Message.Content);
        Assert.DoesNotContain("refused", peer.Told);
    }

    [Fact]
    public async Task RateLimit_Met_IsWaitedOutAndTheRequestRepeated()
    {
        peer.Require();
        peer.Simulator.Faults.RefuseNext(1, TimeSpan.FromMilliseconds(200), RateLimitScope.User);

        var outcome = await World.InvokeCommandAsync(World.Basho, World.Paintings, "remix", cancellation: Cancellation);

        Assert.Equal("user", (await peer.NextAsync("refused")).GetProperty("scope").GetString());
        Assert.Equal(InteractionAnswer.Modal, outcome.Answer);
    }

    private async Task<MessageView> PaintAsync()
    {
        var outcome = await World.InvokeCommandAsync(World.Basho, World.Paintings, "paint", Chicken, cancellation: Cancellation);
        await peer.NextAsync("painted");
        return await peer.MessageAsync(outcome.Message!.Id, message => !message.IsLoading);
    }
}
