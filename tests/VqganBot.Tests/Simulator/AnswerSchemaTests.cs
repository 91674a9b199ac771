using System.Text.Json;
using VqganBot.Simulator.Client;
using VqganBot.Tests.Discord.OpenApi;
using VqganBot.Tests.Simulator.Peer;

namespace VqganBot.Tests.Simulator;

/// <summary>What the simulator answers, held against Discord's own description. It describes no gateway, and not every field Discord sends.</summary>
public sealed class AnswerSchemaTests
{
    private static readonly Lazy<JsonElement?> Description = new(Read);

    public static TheoryData<string, string> Routes => new()
    {
        { "/gateway", "/gateway" },
        { "/gateway/bot", "/gateway/bot" },
        { "/users/@me", "/users/@me" },
        { "/users/USER", "/users/{user_id}" },
        { "/applications/@me", "/applications/@me" },
        { "/guilds/GUILD", "/guilds/{guild_id}" },
        { "/guilds/GUILD/roles", "/guilds/{guild_id}/roles" },
        { "/guilds/GUILD/channels", "/guilds/{guild_id}/channels" },
        { "/guilds/GUILD/members/USER", "/guilds/{guild_id}/members/{user_id}" },
        { "/channels/CHANNEL", "/channels/{channel_id}" },
        { "/channels/DIRECT", "/channels/{channel_id}" },
        { "/channels/CHANNEL/messages", "/channels/{channel_id}/messages" },
        { "/applications/APP/commands", "/applications/{application_id}/commands" },
        { "/applications/APP/commands?with_localizations=true", "/applications/{application_id}/commands" },
    };

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Get_AnswerFitsItsSchema(string path, string template)
    {
        await using RawBot bot = await RawBot.StartAsync();
        await FillAsync(bot);
        string whole = path.Replace("GUILD", $"{bot.World.GuildId}").Replace("USER", $"{bot.World.Ada.Id}").Replace("APP", bot.Application)
            .Replace("CHANNEL", $"{bot.World.Paintings.Id}").Replace("DIRECT", $"{bot.World.DirectMessages(bot.World.Ada).Id}");
        Assert.Empty(Check(template, "get", await bot.SendAsync("GET", whole)));
    }

    [Theory]
    [InlineData("""{"type":4,"data":{"content":"hi"}}""")]
    [InlineData("""{"type":5,"data":{"flags":64}}""")]
    [InlineData("""{"type":9,"data":{"custom_id":"m","title":"t","components":[{"type":18,"label":"l","component":{"type":4,"custom_id":"i","style":1}}]}}""")]
    public async Task Callback_AnswerFitsItsSchema(string body)
    {
        await using RawBot bot = await RawBot.StartAsync();
        await using RawGateway gateway = await bot.ConnectAsync();
        (InteractionCreate interaction, Task<InteractionOutcome> outcome) = await bot.PaintAsync(gateway);
        Assert.Empty(Check("/interactions/{interaction_id}/{interaction_token}/callback", "post", await bot.AnswerAsync(interaction, body)));
        Assert.NotEqual(InteractionAnswer.TimedOut, (await outcome).Answer);
    }

    // Of the refusals only this one: the description says that codes in the tree of a bad form are numbers, the documentation shows words.
    [Fact]
    public async Task TooManyRequests_AnswerFitsItsSchema()
    {
        await using RawBot bot = await RawBot.StartAsync();
        bot.App.Faults.RefuseNext(1, TimeSpan.FromSeconds(1));
        RawBot.Reply refused = await bot.JsonAsync("POST", $"/channels/{bot.World.Paintings.Id}/messages", """{"content":"x"}""");
        Assert.Empty(Check("/channels/{channel_id}/messages", "post", refused));
    }

    private static async Task FillAsync(RawBot bot)
    {
        await bot.RegisterAsync("""
            [{"name":"imagine","description":"Paints.","name_localizations":{"fr":"peindre"},"default_member_permissions":"32","contexts":[0,1],"options":[
            {"type":3,"name":"prompt","description":"What","required":true,"max_length":500},{"type":3,"name":"size","description":"s","choices":[{"name":"Small","value":"s"}]},
            {"type":4,"name":"steps","description":"n","min_value":1,"max_value":500},{"type":10,"name":"strength","description":"n","autocomplete":true}]},
            {"type":3,"name":"Picture info"}]
            """);
        string path = $"/channels/{bot.World.Paintings.Id}/messages";
        RawBot.Reply first = await bot.SendAsync("POST", path, RawBot.Form(
            """{"content":"x","embeds":[{"title":"t"}],"components":[{"type":1,"components":[{"type":2,"style":2,"label":"Stop","custom_id":"stop:1"}]}]}""",
            ("files[0]", "a.png", Convert.FromHexString("89504E470D0A1A0A0000000D494844520000000300000002"))));
        await bot.JsonAsync("POST", path, $$$"""{"content":"y","message_reference":{"message_id":"{{{first.Json!["id"]}}}"}}""");
    }

    private static IReadOnlyList<string> Check(string template, string method, RawBot.Reply reply)
    {
        Assert.SkipWhen(Description.Value is null, "Discord's description (shared/discord/openapi.json beside the repository) is not on this machine.");
        JsonElement root = Description.Value!.Value;
        JsonElement responses = root.GetProperty("paths").GetProperty(template).GetProperty(method).GetProperty("responses");
        JsonElement response = responses.GetProperty($"{(int)reply.Status}");
        if (response.TryGetProperty("$ref", out JsonElement reference))
            response = root.GetProperty("components").GetProperty("responses").GetProperty(reference.GetString()!.Split('/')[^1]);
        JsonElement schema = response.GetProperty("content").GetProperty("application/json").GetProperty("schema");
        JsonElement value = JsonSerializer.SerializeToElement(reply.Json);
        // Discord sends more than it describes; what it describes has to be there and right.
        return [.. new SchemaValidator(root).Validate(schema, value).Where(violation => !violation.Contains("knows no such property", StringComparison.Ordinal))];
    }

    private static JsonElement? Read()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string file = Path.Combine(folder.FullName, "shared", "discord", "openapi.json");
            if (File.Exists(file))
                return JsonSerializer.Deserialize<JsonElement>(File.ReadAllBytes(file));
        }
        return null;
    }
}
