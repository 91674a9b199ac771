using System.Net;
using System.Text.Json.Nodes;
using VqganBot.Tests.Simulator.Peer;

namespace VqganBot.Tests.Simulator;

public sealed class CommandRegistrationTests
{
    [Theory]
    [InlineData("""[{"name":"Paint","description":"p"}]""", "0.name", "APPLICATION_COMMAND_INVALID_NAME")]
    [InlineData("""[{"name":"paint it","description":"p"}]""", "0.name", "APPLICATION_COMMAND_INVALID_NAME")]
    [InlineData("""[{"name":"paint"}]""", "0.description", "BASE_TYPE_REQUIRED")]
    [InlineData("""[{"name":"paint","description":"p"},{"name":"paint","description":"q"}]""", "1", "APPLICATION_COMMANDS_DUPLICATE_NAME")]
    [InlineData("""[{"type":3,"name":"Use it","description":"p"}]""", "0.description", "APPLICATION_COMMAND_DESCRIPTION_CANNOT_BE_SET")]
    [InlineData("""[{"name":"p","description":"p","options":[{"type":3,"name":"a","description":"a"},{"type":3,"name":"b","description":"b","required":true}]}]""", "0.options.1", "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID")]
    [InlineData("""[{"name":"p","description":"p","options":[{"type":3,"name":"a","description":"a"},{"type":3,"name":"a","description":"b"}]}]""", "0.options.1.name", "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS")]
    [InlineData("""[{"name":"p","description":"p","options":[{"type":3,"name":"a","description":"a","autocomplete":true,"choices":[{"name":"x","value":"x"}]}]}]""", "0.options.0.choices", "APPLICATION_COMMAND_OPTIONS_CHOICES_AND_AUTOCOMPLETE")]
    [InlineData("""[{"name":"p","description":"p","options":[{"type":1,"name":"s","description":"s","options":[{"type":1,"name":"t","description":"t"}]}]}]""", "0.options.0.options.0.type", "BASE_TYPE_CHOICES")]
    [InlineData("""[{"name":"p","description":"p","options":[{"type":4,"name":"n","description":"n","min_value":9007199254740992}]}]""", "0.options.0.min_value", "NUMBER_TYPE_MAX")]
    [InlineData("""[{"name":"p","description":"p","options":[{"type":4,"name":"n","description":"n","min_value":5,"max_value":4}]}]""", "0.options.0.min_value", "APPLICATION_COMMAND_OPTIONS_MIN_MAX_INVALID")]
    [InlineData("""[{"name":"p","description":"p","options":[{"type":3,"name":"n","description":"n","max_length":6001}]}]""", "0.options.0.max_length", "NUMBER_TYPE_MAX")]
    [InlineData("""[{"name":"p","description":"p","name_localizations":{"xx":"p"}}]""", "0.name_localizations.xx", "BASE_TYPE_CHOICES")]
    [InlineData("""[{"name":"p","description":"p","name_localizations":{"fr":"Peindre"}}]""", "0.name_localizations.fr", "APPLICATION_COMMAND_INVALID_NAME")]
    [InlineData("""[{"name":"p","description":"p","default_member_permissions":"all"}]""", "0.default_member_permissions", "BITFIELD_TYPE_CONVERT")]
    [InlineData("""[{"name":"p","description":"p","contexts":[3]}]""", "0.contexts", "BASE_TYPE_CHOICES")]
    public async Task Put_BreaksARule_SaysWhereInTheTree(string body, string path, string code)
    {
        await using RawBot bot = await RawBot.StartAsync();
        RawBot.Reply reply = await bot.RegisterAsync(body);
        Assert.Equal((HttpStatusCode.BadRequest, 50035, code), (reply.Status, reply.Code, reply.ErrorAt(path)));
    }

    [Fact]
    public async Task Put_MoreThan8000Characters_IsTooLarge()
    {
        await using RawBot bot = await RawBot.StartAsync();
        // 3 options of 25 choices with 100 characters of name and as many of value are 15,000.
        string choices = string.Join(',', Enumerable.Range(0, 25).Select(index => $$"""{"name":"{{index:d100}}","value":"{{index:d100}}"}"""));
        string options = string.Join(',', Enumerable.Range(0, 3).Select(index => $$"""{"type":3,"name":"o{{index}}","description":"o","choices":[{{choices}}]}"""));
        RawBot.Reply reply = await bot.RegisterAsync($$"""[{"name":"p","description":"p","options":[{{options}}]}]""");
        Assert.Equal("APPLICATION_COMMAND_TOO_LARGE", reply.ErrorAt("0"));
    }

    [Theory]
    [InlineData(1, 100)]
    [InlineData(2, 15)]
    [InlineData(3, 15)]
    public async Task Put_TooManyOfAType_IsRefused(int type, int most)
    {
        await using RawBot bot = await RawBot.StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await bot.RegisterAsync(Commands(most))).Status);
        Assert.Equal(30032, (await bot.RegisterAsync(Commands(most + 1))).Code);

        string Commands(int count) =>
            $"[{string.Join(',', Enumerable.Range(0, count).Select(index => $$"""{"type":{{type}},"name":"c{{index}}","description":"{{(type == 1 ? "d" : "")}}"}"""))}]";
    }

    [Fact]
    public async Task Put_SameAgain_KeepsIdsAndVersionsAndCostsNoCreate()
    {
        await using RawBot bot = await RawBot.StartAsync();
        const string Body = """[{"name":"paint","description":"Paints.","options":[{"type":3,"name":"prompt","description":"What","required":true}]}]""";
        JsonNode first = (await bot.RegisterAsync(Body)).Json![0]!;
        for (int start = 0; start < 250; start++)
        {
            JsonNode again = (await bot.RegisterAsync(Body)).Json![0]!;
            Assert.Equal(((string?)first["id"], (string?)first["version"]), ((string?)again["id"], (string?)again["version"]));
        }
        JsonNode changed = (await bot.RegisterAsync(Body.Replace("Paints.", "Draws."))).Json![0]!;
        Assert.Equal((string?)first["id"], (string?)changed["id"]);
        Assert.NotEqual((string?)first["version"], (string?)changed["version"]);
    }

    [Fact]
    public async Task Put_NewNamesAllDay_MeetsTheDailyLimit()
    {
        await using RawBot bot = await RawBot.StartAsync();
        for (int start = 0; start < 200; start++)
            Assert.Equal(HttpStatusCode.OK, (await bot.RegisterAsync($$"""[{"name":"paint{{start}}","description":"p"}]""")).Status);
        Assert.Equal(30034, (await bot.RegisterAsync("""[{"name":"once-more","description":"p"}]""")).Code);
        bot.Advance(TimeSpan.FromHours(25));
        Assert.Equal(HttpStatusCode.OK, (await bot.RegisterAsync("""[{"name":"once-more","description":"p"}]""")).Status);
    }

    [Fact]
    public async Task Get_WithLocalizations_OnlyWhenAskedFor()
    {
        await using RawBot bot = await RawBot.StartAsync();
        await bot.RegisterAsync("""[{"name":"paint","description":"p","name_localizations":{"fr":"peindre"}}]""");
        string path = $"/applications/{bot.Application}/commands";
        Assert.Null((await bot.SendAsync("GET", path)).Json![0]!["name_localizations"]);
        Assert.Equal("peindre", (string?)(await bot.SendAsync("GET", path + "?with_localizations=true")).Json![0]!["name_localizations"]!["fr"]);
    }

    [Fact]
    public async Task Single_PostPatchDelete_DoTheirPart()
    {
        await using RawBot bot = await RawBot.StartAsync();
        string path = $"/applications/{bot.Application}/guilds/{bot.World.GuildId}/commands";
        RawBot.Reply made = await bot.JsonAsync("POST", path, """{"name":"paint","description":"p"}""");
        Assert.Equal(HttpStatusCode.Created, made.Status);
        Assert.Equal(HttpStatusCode.OK, (await bot.JsonAsync("POST", path, """{"name":"paint","description":"q"}""")).Status);
        RawBot.Reply edited = await bot.JsonAsync("PATCH", $"{path}/{made.Json!["id"]}", """{"description":"r"}""");
        Assert.Equal(("paint", "r"), ((string?)edited.Json!["name"], (string?)edited.Json["description"]));
        Assert.Equal(HttpStatusCode.NoContent, (await bot.SendAsync("DELETE", $"{path}/{made.Json["id"]}")).Status);
        Assert.Equal(10063, (await bot.SendAsync("GET", $"{path}/{made.Json["id"]}")).Code);
    }
}
