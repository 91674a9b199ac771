using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using VqganBot.Discord.Wire;
using VqganBot.Tests.Discord.Rest;

namespace VqganBot.Tests.Bot.Imagine;

public sealed class StartImageTests
{
    public static TheoryData<string> ForeignAddresses =>
    [
        "https://example.org/a.png", "http://cdn.discordapp.com/a.png", "https://cdn.discordapp.com:444/a.png", "https://cdn.discordapp.com.evil.org/a.png",
        "https://user@cdn.discordapp.com/a.png", "https://cdn.discordapp.com@evil.org/a.png", "http://127.0.0.1:1/a.png", "http://localhost/a.png",
        "http://169.254.169.254/latest/meta-data", "file:///etc/passwd", "ftp://cdn.discordapp.com/a.png", "//cdn.discordapp.com/a.png", "not an address", "",
    ];

    [Theory]
    [MemberData(nameof(ForeignAddresses))]
    public async Task Image_FromElsewhere_IsRefusedBeforeAnythingIsFetched(string url)
    {
        await using var bot = await HandlersFixture.StartAsync();
        Assert.Contains("only as attachments in Discord", await bot.RefusalAsync(Interactions.Imagine().WithImage(url)), StringComparison.Ordinal);
        Assert.Empty(bot.Waiting);
        Assert.DoesNotContain(bot.Calls, call => call.Method == "GET");
    }

    [Theory]
    [InlineData("text/html", 100, "of the type")]
    [InlineData("video/mp4", 100, "of the type")]
    [InlineData("image/svg+xml", 100, "of the type")]
    [InlineData("image/png", 1L << 30, "too large")]
    public async Task Image_AnnouncedAsSomethingElse_IsRefusedAtOnce(string type, long size, string said)
    {
        await using var bot = await HandlersFixture.StartAsync();
        Assert.Contains(said, await bot.RefusalAsync(Interactions.Imagine().WithImage("https://cdn.discordapp.com/a.png", type, size)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/files/corrupt", "cannot be read")]
    [InlineData("/files/empty", "cannot be read")]
    [InlineData("/files/gone", "expired")]
    [InlineData("/files/forbidden", "expired")]
    [InlineData("/files/broken", "Please try again")]
    [InlineData("/files/elsewhere", "Please try again")]
    [InlineData("/files/announced-huge", "too large")]
    [InlineData("/files/endless", "too large")]
    [InlineData("/files/cut", "Please try again")]
    public async Task Image_ThatCannotBeHad_IsToldPrivatelyAfterTheDeferral(string path, string said)
    {
        await using var bot = await HandlersFixture.StartAsync();
        bot.Answer = ServeAsync;
        var refusal = await bot.RefusalAsync(Interactions.Imagine().WithImage(new Uri(bot.Api, path).ToString()));
        Assert.Contains(said, refusal, StringComparison.Ordinal);
        Assert.Empty(bot.Waiting);
        Assert.DoesNotContain(bot.Logs.Lines, line => line.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task Image_ThatIsSlow_IsFetchedAfterTheAcknowledgement()
    {
        await using var bot = await HandlersFixture.StartAsync();
        var isAcknowledged = false;
        bot.Answer = (context, call) =>
        {
            if (call.Method == "GET") isAcknowledged = bot.Calls.Any(earlier => earlier.Target.Contains("/callback", StringComparison.Ordinal));
            return ServeAsync(context, call);
        };
        await bot.RefusalAsync(Interactions.Imagine().WithImage(new Uri(bot.Api, "/files/corrupt").ToString()));
        Assert.True(isAcknowledged);
    }

    [Fact]
    public async Task Menu_OnAMessageWithAPicture_AsksForWordsAndKeepsThePictureForTheForm()
    {
        await using var bot = await HandlersFixture.StartAsync();
        bot.Answer = ServeAsync;
        var menu = Interactions.Menu("Use as start image", new Snowflake(700), ("https://cdn.discordapp.com/x.txt", "text/plain", 3), (new Uri(bot.Api, "/files/gone").ToString(), "image/png", 100));
        var modal = (await bot.SendAsync(menu)).GetProperty("data");
        var form = modal.GetProperty("custom_id").GetString()!;
        Assert.Equal($"start:{menu.Id}:1", form);

        // Nobody else's form reaches it.
        Assert.Contains("no longer know", await bot.RefusalAsync(Interactions.Modal(form, Interactions.Basho, ("prompt", "duck"))), StringComparison.Ordinal);
        // Its owner's does: the picture is asked for, and is gone by now.
        Assert.Contains("expired", await bot.RefusalAsync(Interactions.Modal(form, Interactions.Ada, ("prompt", "duck"))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Use as start image")]
    [InlineData("Make variations")]
    public async Task Menu_OnAMessageWithoutAPicture_SaysSo(string menu)
    {
        await using var bot = await HandlersFixture.StartAsync();
        Assert.Contains("no picture attached", await bot.RefusalAsync(Interactions.Menu(menu, new Snowflake(700), ("https://cdn.discordapp.com/x.txt", "text/plain", 3))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Menu_MakeVariationsOnAReply_VariesItsPicture()
    {
        await using var bot = await HandlersFixture.StartAsync();
        var imagine = Interactions.Imagine();
        await bot.SendAsync(imagine);
        var picture = bot.Painted(imagine);
        await bot.SendAsync(Interactions.Menu("Make variations", picture.Reply.Message!.Value));
        Assert.Equal(picture.Id, Assert.Single(bot.Waiting).Order.ParentJob);
    }

    [Fact]
    public async Task Menu_MakeVariationsOnAGrid_AsksWhichPicture()
    {
        await using var bot = await HandlersFixture.StartAsync();
        var imagine = Interactions.Imagine("chicken surf", ("count", 4, "3"));
        await bot.SendAsync(imagine);
        var grid = bot.Painted(imagine);
        var question = await bot.SendAsync(Interactions.Menu("Make variations", grid.Reply.Message!.Value));
        Assert.Contains($"vary:{grid.Id}:1:3", question.ToString(), StringComparison.Ordinal);
        Assert.Equal(64, question.GetProperty("data").GetProperty("flags").GetInt32());
    }

    private static async Task<bool> ServeAsync(HttpContext context, ReceivedCall call)
    {
        if (!call.Target.StartsWith("/files/", StringComparison.Ordinal)) return false;
        switch (call.Target)
        {
            case "/files/corrupt":
                await context.Response.WriteAsync("no picture at all");
                break;
            case "/files/empty":
                break;
            case "/files/gone":
                context.Response.StatusCode = 404;
                break;
            case "/files/forbidden":
                context.Response.StatusCode = 403;
                break;
            case "/files/broken":
                context.Response.StatusCode = 500;
                break;
            case "/files/elsewhere":
                context.Response.Redirect("http://169.254.169.254/");
                break;
            case "/files/announced-huge":
                context.Response.ContentLength = 1L << 30;
                await context.Response.Body.FlushAsync();
                break;
            case "/files/endless":
                await EndlesslyAsync(context);
                break;
            case "/files/cut":
                context.Response.ContentLength = 1000;
                await context.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{1}"));
                context.Abort();
                break;
        }

        return true;
    }

    // Until the other side has had enough.
    private static async Task EndlesslyAsync(HttpContext context)
    {
        var zeros = new byte[1 << 20];
        for (var megabyte = 0; megabyte < 64 && !context.RequestAborted.IsCancellationRequested; megabyte++)
            await context.Response.Body.WriteAsync(zeros, context.RequestAborted);
    }
}
