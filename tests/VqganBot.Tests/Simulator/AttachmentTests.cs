using System.Net;
using System.Text.Json.Nodes;
using VqganBot.Simulator.Files;
using VqganBot.Tests.Simulator.Peer;

namespace VqganBot.Tests.Simulator;

public sealed class AttachmentTests
{
    // The first bytes of a picture of 3 by 2 pixels in each format Discord shows.
    [Theory]
    [InlineData("89504E470D0A1A0A0000000D494844520000000300000002")]
    [InlineData("47494638396103000200")]
    [InlineData("FFD8FFE000040000FFC0000B080002000301011100")]
    [InlineData("524946460000000057454250565038580A00000000000000020000010000")]
    [InlineData("5249464600000000574542505650384C050000002F0240000000000000000000")]
    [InlineData("524946460000000057454250565038200A0000000000009D012A03000200")]
    public void PictureSize_KnownFormat_IsRead(string hex) => Assert.Equal((3, 2), PictureSize.Of(Convert.FromHexString(hex)));

    [Theory]
    [InlineData("")]
    [InlineData("FFD8")]
    [InlineData("89504E47")]
    [InlineData("FFD8FFE0FFFFFFFFFFFFFFFF")]
    [InlineData("68656C6C6F20776F726C642C2074686973206973206E6F2070696374757265")]
    public void PictureSize_NoPicture_IsNone(string hex) => Assert.Null(PictureSize.Of(Convert.FromHexString(hex)));

    [Fact]
    public async Task Address_GoodForADay_ThenGone()
    {
        await using RawBot bot = await RawBot.StartAsync();
        Uri url = await PostAsync(bot);
        Assert.Equal(HttpStatusCode.OK, await GetAsync(url));
        bot.Advance(TimeSpan.FromHours(23));
        Assert.Equal(HttpStatusCode.OK, await GetAsync(url));
        bot.Advance(TimeSpan.FromHours(2));
        Assert.Equal(HttpStatusCode.NotFound, await GetAsync(url));
    }

    [Fact]
    public async Task Address_TamperedWith_IsGone()
    {
        await using RawBot bot = await RawBot.StartAsync();
        Uri url = await PostAsync(bot);
        Assert.Equal(HttpStatusCode.NotFound, await GetAsync(new Uri(url.GetLeftPart(UriPartial.Path))));
        Assert.Equal(HttpStatusCode.NotFound, await GetAsync(new Uri(url.ToString().Replace("ex=", "ex=f", StringComparison.Ordinal))));
        Assert.Equal(HttpStatusCode.NotFound, await GetAsync(new Uri(url.ToString().Replace("a.png", "b.png", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Address_ReadAgainLater_IsFresh()
    {
        await using RawBot bot = await RawBot.StartAsync();
        await PostAsync(bot);
        bot.Advance(TimeSpan.FromDays(3));
        string fresh = bot.World.MessagesIn(bot.World.Paintings, bot.World.Ada)[0].Message.Attachments![0].Url;
        Assert.Equal(HttpStatusCode.OK, await GetAsync(new Uri(fresh)));
    }

    [Fact]
    public async Task Filename_StrangeCharacters_AreReplaced()
    {
        await using RawBot bot = await RawBot.StartAsync();
        RawBot.Reply made = await bot.SendAsync("POST", $"/channels/{bot.World.Paintings.Id}/messages", RawBot.Form(
            """{"attachments":[{"id":0,"filename":"../hen & egg.png"}]}""", ("files[0]", "x.png", [1])));
        Assert.Equal(".._hen___egg.png", (string?)made.Json!["attachments"]![0]!["filename"]);
    }

    [Fact]
    public async Task Embed_NamingAFile_ShowsItAndTheMessageDoesNot()
    {
        await using RawBot bot = await RawBot.StartAsync();
        RawBot.Reply made = await bot.SendAsync("POST", $"/channels/{bot.World.Paintings.Id}/messages", RawBot.Form(
            """{"embeds":[{"title":"t","image":{"url":"attachment://a.png"}}]}""", ("files[0]", "a.png", [1])));
        Assert.StartsWith(bot.App.Address.ToString(), (string?)made.Json!["embeds"]![0]!["image"]!["url"], StringComparison.Ordinal);
        Assert.Empty(made.Json["attachments"]!.AsArray());
    }

    [Theory]
    [InlineData("""{"content":"CONTENT"}""", true, 1)]
    [InlineData("""{"content":"CONTENT","allowed_mentions":{"parse":[]}}""", false, 0)]
    [InlineData("""{"content":"CONTENT","allowed_mentions":{"parse":["users"]}}""", false, 1)]
    [InlineData("""{"content":"CONTENT","allowed_mentions":{"parse":["everyone"]}}""", true, 0)]
    public async Task Mentions_PingWhomTheRequestAllows(string body, bool everyone, int users)
    {
        await using RawBot bot = await RawBot.StartAsync();
        string whole = body.Replace("CONTENT", $"@everyone <@{bot.World.Basho.Id}>", StringComparison.Ordinal);
        JsonNode message = (await bot.JsonAsync("POST", $"/channels/{bot.World.Paintings.Id}/messages", whole)).Json!;
        Assert.Equal((everyone, users), ((bool)message["mention_everyone"]!, message["mentions"]!.AsArray().Count));
    }

    private static async Task<Uri> PostAsync(RawBot bot)
    {
        RawBot.Reply made = await bot.SendAsync("POST", $"/channels/{bot.World.Paintings.Id}/messages", RawBot.Form("{}", ("files[0]", "a.png", [1])));
        return new Uri((string)made.Json!["attachments"]![0]!["url"]!);
    }

    private static async Task<HttpStatusCode> GetAsync(Uri url)
    {
        using var http = new HttpClient();
        using HttpResponseMessage response = await http.GetAsync(url);
        return response.StatusCode;
    }
}
