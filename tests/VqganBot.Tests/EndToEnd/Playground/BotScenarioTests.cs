using System.Text.RegularExpressions;
using Microsoft.Playwright;
using VqganBot.Jobs;
using VqganBot.Tests.EndToEnd.Playground.Bots;
using VqganBot.Tests.EndToEnd.Playground.Pages;
using static Microsoft.Playwright.Assertions;

namespace VqganBot.Tests.EndToEnd.Playground;

/// <summary>The whole bot as people meet it: in the browser, over the simulator's sockets, with a painter that needs no GPU.</summary>
[Collection(ChromiumTests.Name)]
public sealed class BotScenarioTests(ChromiumFixture chromium)
{
    private static readonly Regex FinalPicture = new("seed", RegexOptions.IgnoreCase);

    [Fact]
    public async Task Imagine_ToTheFinalPicture_ShowsItFormingOnTheWay()
    {
        await using var playground = await BotOnPlayground.StartAsync(chromium);
        var page = await playground.OpenAsync();
        var watch = await PictureWatch.StartAsync(page.Page);

        await page.CommandAsync("/imagine prompt:chicken surf steps:40");
        var reply = page.MessagesWith("chicken surf");
        await watch.UntilAsync(reply, 2);
        await Expect(PlaygroundPage.Button(reply, "Stop")).ToBeVisibleAsync();
        playground.IsFast = true;

        await Expect(PlaygroundPage.Button(reply, "Re-roll")).ToBeVisibleAsync();
        await Expect(reply).ToContainTextAsync("Ada used /imagine");
        await Expect(reply).ToContainTextAsync(FinalPicture);
        await Expect(reply.GetByRole(AriaRole.Img, new() { NameRegex = new Regex("chicken surf") })).ToHaveCountAsync(1);
        Assert.True(await watch.PicturesOfAsync(reply) >= 3, "Two pictures on the way and the final one were expected.");
        Assert.Equal(0, await watch.GapsOfAsync(reply));
        playground.AssertNoComplaints();
    }

    [Fact]
    public async Task Buttons_VariationsAndRemix_PaintAnew()
    {
        await using var playground = await BotOnPlayground.StartAsync(chromium);
        var page = await playground.OpenAsync();
        var first = await PaintAsync(playground, page, "/imagine prompt:chicken surf steps:10", "chicken surf");

        await PlaygroundPage.Button(first, "Variations").ClickAsync();
        await ExpectPicturesAsync(page, 2);
        await PlaygroundPage.Button(first, "Remix").ClickAsync();
        var prompt = page.Dialog.GetByRole(AriaRole.Textbox).First;
        await Expect(prompt).ToHaveValueAsync(new Regex("chicken surf"));
        await prompt.FillAsync("a fox on the moon");
        await page.Dialog.GetByRole(AriaRole.Button, new() { Name = "Submit" }).ClickAsync();

        await ExpectPicturesAsync(page, 3);
        await Expect(page.MessagesWith("a fox on the moon")).Not.ToHaveCountAsync(0);
        Assert.Equal(["a fox on the moon", "chicken surf", "chicken surf"], playground.Jobs.OfUser(playground.Simulator.World.Ada.Id, 10).Select(job => job.Order.Prompt));
        playground.AssertNoComplaints();
    }

    [Fact]
    public async Task Stop_WhilePainting_EndsTheJob()
    {
        await using var playground = await BotOnPlayground.StartAsync(chromium);
        var page = await playground.OpenAsync();
        var watch = await PictureWatch.StartAsync(page.Page);
        await page.CommandAsync("/imagine prompt:chicken surf steps:500");
        var reply = page.MessagesWith("chicken surf");
        await watch.UntilAsync(reply, 1);

        await PlaygroundPage.Button(reply, "Stop").ClickAsync();

        await Expect(reply).ToContainTextAsync("Cancelled");
        await Expect(PlaygroundPage.Button(reply, "Stop")).ToHaveCountAsync(0);
        Assert.Equal(JobState.Cancelled, playground.Jobs.OfUser(playground.Simulator.World.Ada.Id, 1)[0].State);
    }

    [Fact]
    public async Task Grid_V3_VariesTheThirdTile()
    {
        await using var playground = await BotOnPlayground.StartAsync(chromium);
        var page = await playground.OpenAsync();
        var grid = await PaintAsync(playground, page, "/imagine prompt:four boats count:4 steps:10", "four boats");

        await PlaygroundPage.Button(grid, "V3").ClickAsync();
        await ExpectPicturesAsync(page, 2);

        var order = playground.Jobs.OfUser(playground.Simulator.World.Ada.Id, 1)[0].Order;
        Assert.Equal((JobKind.Variation, 3), (order.Kind, order.ParentTile));
    }

    [Fact]
    public async Task Status_FromASecondUser_ShowsTheirPlaceInTheLine()
    {
        await using var playground = await BotOnPlayground.StartAsync(chromium);
        var ada = await playground.OpenAsync();
        var basho = await playground.OpenAsync();
        await basho.BeAsync("Basho");
        var watch = await PictureWatch.StartAsync(ada.Page);
        await ada.CommandAsync("/imagine prompt:chicken surf steps:500");
        await watch.UntilAsync(ada.MessagesWith("chicken surf"), 1);
        await basho.CommandAsync("/imagine prompt:a quiet pond");
        await Expect(basho.MessagesWith("a quiet pond")).ToContainTextAsync("Next in line");

        await basho.CommandAsync("/status");

        var status = basho.Messages.Last;
        await Expect(status).ToContainTextAsync("Basho used /status");
        await Expect(status).ToContainTextAsync("a quiet pond");
        await Expect(status).ToContainTextAsync("Only you can see this");
        await Expect(ada.MessagesWith("used /status")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Limits_SetByTheAdmin_HoldAndAreRefusedToOthers()
    {
        await using var playground = await BotOnPlayground.StartAsync(chromium);
        var page = await playground.OpenAsync();

        await page.CommandAsync("/limits set limit:most_steps value:50");
        await Expect(page.Messages.Last).ToContainTextAsync("50");
        await page.BeAsync("Basho");
        await page.CommandAsync("/limits set limit:most_steps value:900");
        await Expect(page.Messages.Last).ToContainTextAsync("Only you can see this");
        await Expect(page.Messages.Last).ToContainTextAsync("Basho used /limits");
        await page.CommandAsync("/imagine prompt:chicken surf steps:60");

        await Expect(page.Messages.Last).ToContainTextAsync("Basho used /imagine");
        await Expect(page.Messages.Last).ToContainTextAsync("50");
        Assert.Empty(playground.Jobs.OfUser(playground.Simulator.World.Basho.Id, 10));
    }

    [Fact]
    public async Task Restart_InTheMiddle_GoesOnAndOldButtonsWork()
    {
        await using var playground = await BotOnPlayground.StartAsync(chromium);
        var page = await playground.OpenAsync();
        var old = await PaintAsync(playground, page, "/imagine prompt:an old picture steps:10", "an old picture");
        playground.IsFast = false;
        var watch = await PictureWatch.StartAsync(page.Page);
        await page.CommandAsync("/imagine prompt:chicken surf steps:60");
        var reply = page.MessagesWith("chicken surf");
        await watch.UntilAsync(reply, 1);

        await playground.StopBotAsync();
        await Expect(page.Notice).ToContainTextAsync("The bot is offline");
        await Expect(reply).ToContainTextAsync("I am being restarted");
        await playground.StartBotAsync();
        await Expect(page.Notice).ToBeHiddenAsync();
        playground.IsFast = true;

        await Expect(PlaygroundPage.Button(reply, "Re-roll")).ToBeVisibleAsync();
        await PlaygroundPage.Button(old, "Variations").ClickAsync();
        await ExpectPicturesAsync(page, 3);
        await PlaygroundPage.Button(reply, "Info").ClickAsync();
        await Expect(page.Messages.Last).ToContainTextAsync("Only you can see this");
        playground.AssertNoComplaints();
    }

    /// <summary>Paints to the end, and gives the reply.</summary>
    private static async Task<ILocator> PaintAsync(BotOnPlayground playground, PlaygroundPage page, string line, string prompt)
    {
        playground.IsFast = true;
        await page.CommandAsync(line);
        var reply = page.MessagesWith(prompt).First;
        await Expect(PlaygroundPage.Button(reply, "Re-roll")).ToBeVisibleAsync();
        return reply;
    }

    /// <summary>Ends when so many finished pictures are in the channel.</summary>
    private static Task ExpectPicturesAsync(PlaygroundPage page, int count) =>
        Expect(page.Page.Locator(".messages").GetByRole(AriaRole.Button, new() { Name = "Re-roll" })).ToHaveCountAsync(count);
}
