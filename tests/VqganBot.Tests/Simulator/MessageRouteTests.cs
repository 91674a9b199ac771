using System.Net;
using System.Text.Json.Nodes;
using VqganBot.Discord.Wire;
using VqganBot.Simulator.RateLimits;
using VqganBot.Simulator.World;
using VqganBot.Tests.Simulator.Peer;

namespace VqganBot.Tests.Simulator;

public sealed class MessageRouteTests
{
    [Theory]
    [InlineData("""{"content":"CONTENT2001"}""", "content", "BASE_TYPE_MAX_LENGTH")]
    [InlineData("""{"embeds":[{"title":"TITLE257"}]}""", "embeds.0.title", "BASE_TYPE_MAX_LENGTH")]
    [InlineData("""{"embeds":[{"description":"LONG4000"},{"description":"LONG4000"}]}""", "embeds.0", "MAX_EMBED_SIZE_EXCEEDED")]
    [InlineData("""{"content":"x","components":[{"type":2,"style":1,"label":"a","custom_id":"a"}]}""", "components.0.type", "BASE_TYPE_CHOICES")]
    [InlineData("""{"content":"x","components":[{"type":1,"components":[BUTTON,BUTTON]}]}""", "components.0.components.1.custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED")]
    [InlineData("""{"content":"x","components":[{"type":1,"components":[{"type":2,"style":1,"label":"LABEL81","custom_id":"a"}]}]}""", "components.0.components.0.label", "BASE_TYPE_MAX_LENGTH")]
    [InlineData("""{"content":"x","components":[{"type":1,"components":[{"type":2,"style":1,"label":"a"}]}]}""", "components.0.components.0.custom_id", "BASE_TYPE_REQUIRED")]
    [InlineData("""{"content":"x","flags":32768}""", "content", "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2")]
    [InlineData("""{"content":"x","attachments":[{"id":"5"}]}""", "attachments.0.id", "ATTACHMENT_NOT_FOUND")]
    [InlineData("""{"content":"x","allowed_mentions":{"parse":["users"],"users":["1"]}}""", "allowed_mentions", "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE")]
    [InlineData("""{"content":"x","message_reference":{"message_id":"1"}}""", "message_reference", "REPLIES_UNKNOWN_MESSAGE")]
    public async Task Create_BreaksARule_SaysWhereInTheTree(string body, string path, string code)
    {
        await using RawBot bot = await RawBot.StartAsync();
        string whole = body.Replace("CONTENT2001", new string('a', 2001)).Replace("TITLE257", new string('a', 257)).Replace("LONG4000", new string('a', 4000))
            .Replace("LABEL81", new string('a', 81)).Replace("BUTTON", """{"type":2,"style":1,"label":"a","custom_id":"a"}""");
        RawBot.Reply reply = await bot.JsonAsync("POST", Messages(bot), whole);
        Assert.Equal((HttpStatusCode.BadRequest, 50035, code), (reply.Status, reply.Code, reply.ErrorAt(path)));
    }

    [Theory]
    [InlineData("{}", 50006)]
    [InlineData("""{"content":"  "}""", 50006)]
    [InlineData("{", 50109)]
    public async Task Create_NothingToSay_IsRefused(string body, int code)
    {
        await using RawBot bot = await RawBot.StartAsync();
        Assert.Equal(code, (await bot.JsonAsync("POST", Messages(bot), body)).Code);
    }

    [Fact]
    public async Task Create_SameEnforcedNonce_GivesTheSameMessage()
    {
        await using RawBot bot = await RawBot.StartAsync();
        const string Body = """{"content":"x","nonce":"job-7-final","enforce_nonce":true}""";
        JsonNode first = (await bot.JsonAsync("POST", Messages(bot), Body)).Json!;
        JsonNode second = (await bot.JsonAsync("POST", Messages(bot), Body)).Json!;
        Assert.Equal((string?)first["id"], (string?)second["id"]);
        Assert.Single(bot.World.MessagesIn(bot.World.Paintings, bot.World.Ada));

        bot.Advance(TimeSpan.FromMinutes(10));
        Assert.NotEqual((string?)first["id"], (string?)(await bot.JsonAsync("POST", Messages(bot), Body)).Json!["id"]);
    }

    [Fact]
    public async Task Edit_AttachmentsListed_OthersAreGone()
    {
        await using RawBot bot = await RawBot.StartAsync();
        RawBot.Reply made = await bot.SendAsync("POST", Messages(bot), RawBot.Form(
            """{"attachments":[{"id":"0","description":"a hen"},{"id":"1"}]}""", ("files[0]", "a.png", [1]), ("files[1]", "b.png", [2])));
        JsonArray attachments = made.Json!["attachments"]!.AsArray();
        Assert.Equal(["a hen", null], attachments.Select(file => (string?)file!["description"]));

        string path = $"{Messages(bot)}/{made.Json["id"]}";
        RawBot.Reply kept = await bot.SendAsync("PATCH", path, RawBot.Form(
            $$"""{"attachments":[{"id":"{{attachments[0]!["id"]}}"},{"id":"0"}]}""", ("files[0]", "c.png", [3])));
        Assert.Equal(["a.png", "c.png"], kept.Json!["attachments"]!.AsArray().Select(file => (string)file!["filename"]!));

        RawBot.Reply unmentioned = await bot.JsonAsync("PATCH", path, """{"content":"x"}""");
        Assert.Equal(2, unmentioned.Json!["attachments"]!.AsArray().Count);
        Assert.Empty((await bot.JsonAsync("PATCH", path, """{"attachments":[]}""")).Json!["attachments"]!.AsArray());
    }

    [Fact]
    public async Task Create_FileOver10MiB_IsTooLarge()
    {
        await using RawBot bot = await RawBot.StartAsync();
        RawBot.Reply reply = await bot.SendAsync("POST", Messages(bot), RawBot.Form("{}", ("files[0]", "a.png", new byte[(10 << 20) + 1])));
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, 40005), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task Create_ElevenFiles_IsTooMany()
    {
        await using RawBot bot = await RawBot.StartAsync();
        var files = Enumerable.Range(0, 11).Select(index => ($"files[{index}]", $"{index}.png", new byte[1])).ToArray();
        Assert.Equal(30015, (await bot.SendAsync("POST", Messages(bot), RawBot.Form("{}", files))).Code);
    }

    [Theory]
    [InlineData(Permissions.ViewChannel, 403, 50001)]
    [InlineData(Permissions.SendMessages, 403, 50013)]
    [InlineData(Permissions.AttachFiles, 200, 0)]
    public async Task Create_BotLacksAPermission_IsRefused(Permissions denied, int status, int code)
    {
        await using RawBot bot = await RawBot.StartAsync();
        bot.World.Overwrite(bot.World.Paintings, bot.World.Bot.Id, Permissions.None, denied);
        RawBot.Reply reply = await bot.JsonAsync("POST", Messages(bot), """{"content":"x"}""");
        Assert.Equal((status, code), ((int)reply.Status, reply.Code));
        if (denied == Permissions.AttachFiles)
            Assert.Equal(50013, (await bot.SendAsync("POST", Messages(bot), RawBot.Form("{}", ("files[0]", "a.png", [1])))).Code);
    }

    [Fact]
    public async Task Edit_OthersMessage_IsRefused()
    {
        await using RawBot bot = await RawBot.StartAsync();
        MessageView message = bot.World.Post(bot.World.Basho, bot.World.Paintings, "mine");
        string path = $"{Messages(bot)}/{message.Id}";
        Assert.Equal(50005, (await bot.JsonAsync("PATCH", path, """{"content":"x"}""")).Code);
        Assert.Equal(50013, (await bot.SendAsync("DELETE", path)).Code);
    }

    [Fact]
    public async Task Edit_OldMessage_HasALimitOfItsOwn()
    {
        await using RawBot bot = await RawBot.StartAsync(RateLimitOptions.Loose with { OldMessageEdits = new RateLimit(2, TimeSpan.FromHours(1)) });
        string path = $"{Messages(bot)}/{(await bot.JsonAsync("POST", Messages(bot), """{"content":"x"}""")).Json!["id"]}";
        bot.Advance(TimeSpan.FromMinutes(61));
        List<int> codes = [];
        for (int edit = 0; edit < 3; edit++)
            codes.Add((await bot.JsonAsync("PATCH", path, $$"""{"content":"{{edit}}"}""")).Code);
        Assert.Equal([0, 0, 30046], codes);
    }

    [Fact]
    public async Task Delete_ByTheUser_MessageIsUnknownToTheBot()
    {
        await using RawBot bot = await RawBot.StartAsync();
        RawBot.Reply made = await bot.JsonAsync("POST", Messages(bot), """{"content":"x"}""");
        Assert.True(Snowflake.TryParse((string)made.Json!["id"]!, out Snowflake id));
        Assert.False(bot.World.Delete(bot.World.Basho, id));
        Assert.True(bot.World.Delete(bot.World.Curie, id));
        Assert.Equal(10008, (await bot.JsonAsync("PATCH", $"{Messages(bot)}/{id}", """{"content":"x"}""")).Code);
    }

    [Fact]
    public async Task DirectMessages_Closed_CannotBeSent()
    {
        await using RawBot bot = await RawBot.StartAsync();
        RawBot.Reply channel = await bot.JsonAsync("POST", "/users/@me/channels", $$"""{"recipient_id":"{{bot.World.Basho.Id}}"}""");
        string path = $"/channels/{channel.Json!["id"]}/messages";
        Assert.Equal(HttpStatusCode.OK, (await bot.JsonAsync("POST", path, """{"content":"psst"}""")).Status);
        bot.World.SetDirectMessages(bot.World.Basho, areOpen: false);
        Assert.Equal(50007, (await bot.JsonAsync("POST", path, """{"content":"psst"}""")).Code);
    }

    [Theory]
    [InlineData("/channels/1", 10003)]
    [InlineData("/channels/1/messages", 10003)]
    [InlineData("/guilds/1", 10004)]
    [InlineData("/users/1", 10013)]
    [InlineData("/channels/x", 50035)]
    public async Task Get_Unknown_HasItsCode(string path, int code)
    {
        await using RawBot bot = await RawBot.StartAsync();
        Assert.Equal(code, (await bot.SendAsync("GET", path)).Code);
    }

    private static string Messages(RawBot bot) => $"/channels/{bot.World.Paintings.Id}/messages";
}
