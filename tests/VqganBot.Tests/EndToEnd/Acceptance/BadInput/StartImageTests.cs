using VqganBot.Imaging;
using VqganBot.Simulator.Client;
using VqganBot.Simulator.World;
using VqganBot.Tests.EndToEnd.Acceptance.Setup;
using VqganBot.Tests.Fakes;

namespace VqganBot.Tests.EndToEnd.Acceptance.BadInput;

/// <summary>Attachments that are not what they say.</summary>
public sealed class StartImageTests
{
    private static readonly byte[] Good = TinyPng.Encode(new Rgb24Image(8, 8));

    public static TheoryData<string, UploadedFile, string> Bad => new()
    {
        { "a gigabyte announced", new UploadedFile("big.png", "image/png", Good, 1L << 30), "too large" },
        { "cut off", new UploadedFile("cut.png", "image/png", Good.AsMemory(0, 40)), "" },
        { "only noise", new UploadedFile("noise.jpg", "image/jpeg", new byte[5000]), "" },
        { "empty", new UploadedFile("empty.png", "image/png", Array.Empty<byte>()), "" },
        { "text", new UploadedFile("essay.txt", "text/plain", "chicken surf"u8.ToArray()), "" },
        { "text that says it is a picture", new UploadedFile("essay.png", "image/png", "chicken surf"u8.ToArray()), "" },
        { "a picture of a billion pixels", new UploadedFile("bomb.png", "image/png", Bomb()), "" },
    };

    [Theory]
    [MemberData(nameof(Bad), DisableDiscoveryEnumeration = true)]
    public Task StartImage_ThatIsNone_IsRefusedPrivately(string what, UploadedFile file, string said) => BotFixture.RunAsync(async bot =>
    {
        var answer = await bot.AnswerAsync(bot.World.Basho, await bot.InvokeAsync(bot.World.Basho, bot.World.Paintings, "imagine", force: true, ("prompt", "chicken surf"), ("image", file)));
        Assert.True(answer.IsEphemeral && answer.Says(said) && answer.Text().Length > 20 && !answer.Says("went wrong on my side"), $"{what}: {answer.Json}");
        Assert.Empty(bot.Jobs.OfUser(bot.World.Basho.Id, 10));
        Assert.DoesNotContain(bot.World.MessagesIn(bot.World.Paintings, bot.World.Ada), message => message.IsLoading);
    });

    [Fact]
    public Task StartImage_OfAForeignHost_IsNotFetched() => BotFixture.RunAsync(async bot =>
    {
        bot.World.Files.Origin = new Uri("http://cdn.discordapp.com.example.org/");
        var answer = await bot.AnswerAsync(bot.World.Basho, await bot.InvokeAsync(bot.World.Basho, "imagine", ("prompt", "chicken surf"), ("image", new UploadedFile("a.png", "image/png", Good))));
        Assert.True(answer.IsEphemeral && answer.Says("only as attachments"), answer.Json.ToString());
        Assert.Empty(bot.Jobs.OfUser(bot.World.Basho.Id, 10));
    });

    [Fact]
    public Task StartImage_WhoseLinkHasExpired_IsRefusedPrivately() => BotFixture.RunAsync(async bot =>
    {
        MessageView posted = bot.World.Post(bot.World.Ada, bot.World.Paintings, "mine", new UploadedFile("a.png", "image/png", Good));
        var opened = await bot.World.InvokeMessageCommandAsync(bot.World.Basho, posted.Id, "Use as start image");
        bot.Simulator.Clock.Advance(TimeSpan.FromHours(25));
        var answer = await bot.AnswerAsync(bot.World.Basho, await bot.World.SubmitModalAsync(opened.Modal!, new Dictionary<string, string> { ["prompt"] = "a fox" }));
        Assert.True(answer.IsEphemeral && answer.Says("expired"), answer.Json.ToString());
        Assert.Empty(bot.Jobs.OfUser(bot.World.Basho.Id, 10));
    });

    /// <summary>A header that promises 32,768 pixels a side; decoding it would take 3 GB.</summary>
    private static byte[] Bomb()
    {
        byte[] file = [.. Good];
        (file[18], file[19], file[22], file[23]) = (0x80, 0, 0x80, 0);
        return file;
    }
}
