using System.Text.Json.Nodes;
using VqganBot.Discord.Wire;
using VqganBot.Simulator.Client;
using VqganBot.Simulator.World;
using VqganBot.Tests.Simulator.Peer;

namespace VqganBot.Tests.Simulator;

public sealed class UserClientTests
{
    private const string Commands = """
        [{"name":"imagine","description":"Paints.","options":[
            {"type":3,"name":"prompt","description":"What","required":true,"max_length":20},
            {"type":4,"name":"steps","description":"How long","min_value":1,"max_value":500},
            {"type":10,"name":"strength","description":"How much"},
            {"type":3,"name":"size","description":"How large","choices":[{"name":"Small","value":"small"}]},
            {"type":5,"name":"private","description":"For me"},
            {"type":6,"name":"user","description":"Who"},
            {"type":11,"name":"image","description":"From"}]},
         {"name":"limits","description":"Limits.","default_member_permissions":"32","options":[
            {"type":1,"name":"show","description":"Shows."},
            {"type":2,"name":"of","description":"Of","options":[{"type":1,"name":"role","description":"r","options":[{"type":8,"name":"role","description":"r","required":true}]}]}]},
         {"name":"purge","description":"All of it.","default_member_permissions":"0"},
         {"name":"here","description":"Only in the guild.","contexts":[0]},
         {"name":"late","description":"Only after dark.","nsfw":true},
         {"type":3,"name":"Picture info"}]
        """;

    public static TheoryData<string, OptionValue> Refused => new()
    {
        { "prompt", "" },
        { "prompt", new string('a', 21) },
        { "prompt", 5 },
        { "steps", 0 },
        { "steps", 501 },
        { "steps", 1.5 },
        { "steps", "ten" },
        { "size", "large" },
        { "private", "yes" },
        { "user", "Ada" },
        { "user", "123" },
        { "image", "a.png" },
        { "unknown", "x" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Invoke_ValueNoClientSends_IsRefusedUnlessForced(string option, OptionValue value)
    {
        await using RawBot bot = await RawBot.StartAsync();
        await using RawGateway gateway = await bot.ConnectAsync();
        await bot.RegisterAsync(Commands);
        var options = new Dictionary<string, OptionValue> { ["prompt"] = "a hen", [option] = value };
        InteractionOutcome outcome = await bot.World.InvokeCommandAsync(bot.World.Basho, bot.World.Paintings, "imagine", options, cancellation: RawBot.Soon());
        Assert.Equal(InteractionAnswer.Refused, outcome.Answer);
        Assert.Contains(option, outcome.Refusal, StringComparison.Ordinal);

        _ = bot.World.InvokeCommandAsync(bot.World.Basho, bot.World.Paintings, "imagine", options, force: true, cancellation: RawBot.Soon());
        Assert.Equal("imagine", (string?)(await gateway.InteractionAsync()).Data["name"]);
    }

    [Fact]
    public async Task Invoke_RequiredOptionLeftOut_IsRefused()
    {
        await using RawBot bot = await RawBot.StartAsync();
        await bot.RegisterAsync(Commands);
        InteractionOutcome outcome = await bot.World.InvokeCommandAsync(bot.World.Basho, bot.World.Paintings, "imagine", cancellation: RawBot.Soon());
        Assert.Equal("prompt: this option is required.", outcome.Refusal);
    }

    [Fact]
    public async Task Invoke_GoodValues_ComeTypedAndResolved()
    {
        await using RawBot bot = await RawBot.StartAsync();
        await using RawGateway gateway = await bot.ConnectAsync();
        await bot.RegisterAsync(Commands);
        var file = new UploadedFile("hen.png", "image/png", new byte[] { 1, 2 }, AnnouncedSize: 1L << 30);
        _ = bot.World.InvokeCommandAsync(bot.World.Basho, bot.World.Paintings, "imagine", new Dictionary<string, OptionValue>
        {
            ["prompt"] = "a hen",
            ["steps"] = 20,
            ["strength"] = 0.5,
            ["private"] = true,
            ["user"] = bot.World.Ada.Id,
            ["image"] = file,
        }, cancellation: RawBot.Soon());
        JsonObject data = (await gateway.InteractionAsync()).Data;
        Dictionary<string, JsonNode?> values = data["options"]!.AsArray().ToDictionary(option => (string)option!["name"]!, option => option!["value"]);
        Assert.Equal(("a hen", 20, 0.5, true), ((string?)values["prompt"], (int)values["steps"]!, (double)values["strength"]!, (bool)values["private"]!));
        JsonNode attachment = data["resolved"]!["attachments"]![(string)values["image"]!]!;
        Assert.Equal((1L << 30, true), ((long)attachment["size"]!, (bool)attachment["ephemeral"]!));
        Assert.Equal("ada", (string?)data["resolved"]!["users"]![bot.World.Ada.Id.ToString()]!["username"]);
        Assert.NotNull(data["resolved"]!["members"]![bot.World.Ada.Id.ToString()]);
        using var http = new HttpClient();
        byte[] served = await http.GetByteArrayAsync(new Uri((string)attachment["url"]!), TestContext.Current.CancellationToken);
        Assert.Equal<byte>([1, 2], served);
    }

    [Fact]
    public async Task Invoke_Subcommand_NestsItsOptions()
    {
        await using RawBot bot = await RawBot.StartAsync();
        await using RawGateway gateway = await bot.ConnectAsync();
        await bot.RegisterAsync(Commands);
        Snowflake role = bot.World.Roles.First(role => role.Name == "Patron").Id;
        _ = bot.World.InvokeCommandAsync(bot.World.Ada, bot.World.Paintings, "limits of role", new Dictionary<string, OptionValue> { ["role"] = role }, cancellation: RawBot.Soon());
        JsonNode group = (await gateway.InteractionAsync()).Data["options"]![0]!;
        Assert.Equal(("of", 2), ((string?)group["name"], (int)group["type"]!));
        Assert.Equal("role", (string?)group["options"]![0]!["name"]);
        Assert.Equal(role.ToString(), (string?)group["options"]![0]!["options"]![0]!["value"]);
    }

    [Fact]
    public async Task Offer_DependsOnPlaceAndPermission()
    {
        await using RawBot bot = await RawBot.StartAsync();
        await bot.RegisterAsync(Commands);
        SimulatedWorld world = bot.World;
        Assert.Equal(["Picture info", "here", "imagine", "limits", "purge"], Names(world.Ada, world.Paintings));
        Assert.Equal(["Picture info", "here", "imagine"], Names(world.Curie, world.Paintings));
        Assert.Contains("late", Names(world.Basho, world.AfterDark));
        Assert.DoesNotContain("here", Names(world.Basho, world.DirectMessages(world.Basho)));

        world.Overwrite(world.Gallery, world.GuildId, Permissions.None, Permissions.UseApplicationCommands);
        Assert.Empty(Names(world.Basho, world.Gallery));
        Assert.Equal(InteractionAnswer.Refused, (await world.InvokeCommandAsync(world.Basho, world.Paintings, "limits show", cancellation: RawBot.Soon())).Answer);

        IEnumerable<string> Names(SimulatedUser user, SimulatedChannel channel) => world.CommandsFor(user, channel).Select(command => command.Name).Order();
    }

    [Fact]
    public async Task Force_CommandOfAdministrators_ReachesTheBotWithTheRightsOfTheUser()
    {
        await using RawBot bot = await RawBot.StartAsync();
        await using RawGateway gateway = await bot.ConnectAsync();
        await bot.RegisterAsync(Commands);
        _ = bot.World.InvokeCommandAsync(bot.World.Basho, bot.World.Paintings, "limits show", force: true, cancellation: RawBot.Soon());
        JsonObject member = (await gateway.InteractionAsync()).Json["member"]!.AsObject();
        Assert.Equal(0UL, ulong.Parse((string)member["permissions"]!, null) & 0x20);
    }

    [Fact]
    public async Task Menu_OnAMessage_CarriesTheMessage()
    {
        await using RawBot bot = await RawBot.StartAsync();
        await using RawGateway gateway = await bot.ConnectAsync();
        await bot.RegisterAsync(Commands);
        MessageView picture = bot.World.Post(bot.World.Durer, bot.World.Gallery, "look", new UploadedFile("hare.png", "image/png", new byte[] { 1 }));
        _ = bot.World.InvokeMessageCommandAsync(bot.World.Basho, picture.Id, "Picture info", cancellation: RawBot.Soon());
        JsonObject data = (await gateway.InteractionAsync()).Data;
        Assert.Equal((picture.Id.ToString(), 3), ((string?)data["target_id"], (int)data["type"]!));
        Assert.Equal("hare.png", (string?)data["resolved"]!["messages"]![picture.Id.ToString()]!["attachments"]![0]!["filename"]);
    }

    [Fact]
    public async Task Press_DisabledOrForgedButton_NeedsForce()
    {
        await using RawBot bot = await RawBot.StartAsync();
        await using RawGateway gateway = await bot.ConnectAsync();
        RawBot.Reply made = await bot.JsonAsync("POST", $"/channels/{bot.World.Paintings.Id}/messages", """
            {"content":"x","components":[{"type":1,"components":[{"type":2,"style":2,"label":"Stop","custom_id":"stop:1","disabled":true}]}]}
            """);
        Snowflake.TryParse((string)made.Json!["id"]!, out Snowflake id);
        foreach (string button in new[] { "stop:1", "stop:2" })
        {
            Assert.Equal(InteractionAnswer.Refused, (await bot.World.PressButtonAsync(bot.World.Basho, id, button, cancellation: RawBot.Soon())).Answer);
            _ = bot.World.PressButtonAsync(bot.World.Basho, id, button, force: true, cancellation: RawBot.Soon());
            Assert.Equal(button, (string?)(await gateway.InteractionAsync()).Data["custom_id"]);
        }
    }

    [Fact]
    public async Task Permissions_FollowOverwrites()
    {
        await using RawBot bot = await RawBot.StartAsync();
        SimulatedWorld world = bot.World;
        world.Overwrite(world.Paintings, world.GuildId, Permissions.None, Permissions.ViewChannel);
        Assert.Equal(Permissions.None, world.PermissionsOf(world.Basho, world.Paintings));
        Assert.True(world.PermissionsOf(world.Ada, world.Paintings).HasFlag(Permissions.Administrator));
        Snowflake moderator = world.Roles.First(role => role.Name == "Moderator").Id;
        world.Overwrite(world.Paintings, moderator, Permissions.ViewChannel, Permissions.AttachFiles);
        Permissions curie = world.PermissionsOf(world.Curie, world.Paintings);
        Assert.Equal((true, false), (curie.HasFlag(Permissions.ViewChannel), curie.HasFlag(Permissions.AttachFiles)));
    }
}
