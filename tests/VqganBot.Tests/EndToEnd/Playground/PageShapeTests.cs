using Microsoft.Playwright;
using VqganBot.Discord.Wire;
using VqganBot.Tests.EndToEnd.Playground.Bots;
using VqganBot.Tests.EndToEnd.Playground.Pages;
using static Microsoft.Playwright.Assertions;

namespace VqganBot.Tests.EndToEnd.Playground;

/// <summary>Phone, keyboard, colours, and what the page says when something is not there.</summary>
[Collection(ChromiumTests.Name)]
public sealed class PageShapeTests(ChromiumFixture chromium)
{
    private static readonly BrowserNewContextOptions Phone = new() { ViewportSize = new() { Width = 360, Height = 740 }, HasTouch = true, IsMobile = true, Locale = "en-US" };

    [Fact]
    public async Task Phone_NothingIsWiderThanThePage()
    {
        await using var setup = await PlaygroundSetup.StartAsync(chromium, TestCommands.Paint);
        var page = await setup.OpenAsync(Phone);
        var rest = setup.Bot.Rest;
        await rest.CreateMessageAsync(setup.Simulator.World.Paintings.Id, new MessageBody
        {
            Content = $"{new string('w', 300)} `{new string('c', 200)}`\n```\n{new string('x', 300)}\n```",
            Components = [Component.Row([.. Enumerable.Range(1, 5).Select(number => Component.Button($"b:{number}", $"A rather long button {number}"))])],
        }, null, TestContext.Current.CancellationToken);
        await Expect(page.MessagesWith("A rather long button")).ToHaveCountAsync(1);
        Assert.False(await page.ScrollsSidewaysAsync(), "A message makes the page wider than the phone.");

        await page.TypeAsync($"/paint prompt:{string.Join(' ', Enumerable.Repeat("chicken", 12))} size:");
        await Expect(page.Suggestions).ToHaveCountAsync(2);
        Assert.False(await page.ScrollsSidewaysAsync(), "The command line makes the page wider than the phone.");

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Channels and who you are" }).ClickAsync();
        await page.OpenChannelAsync("gallery");
        await Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = "gallery", Exact = true })).ToBeVisibleAsync();
        Assert.False(await page.ScrollsSidewaysAsync(), "The channel makes the page wider than the phone.");
        setup.AssertNoComplaints();
    }

    [Fact]
    public async Task Phone_CommandByTouchAndSendButton_IsSent()
    {
        await using var setup = await PlaygroundSetup.StartAsync(chromium, TestCommands.Paint);
        var page = await setup.OpenAsync(Phone);

        await page.Box.FillAsync("/");
        await page.Suggestions.First.TapAsync();
        await page.Option("prompt").GetByRole(AriaRole.Textbox).FillAsync("a fox");
        await page.Composer.GetByRole(AriaRole.Button, new() { Name = "Send" }).TapAsync();

        var interaction = await setup.Bot.NextAsync();
        await setup.Bot.ReplyAsync(interaction, "seen");
        await Expect(page.MessagesWith("seen")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Keyboard_Alone_CommandsPressesAndReadsTheMenu()
    {
        await using var setup = await PlaygroundSetup.StartAsync(chromium, TestCommands.Paint, TestCommands.Vary);
        var page = await setup.OpenAsync();
        var keys = page.Page.Keyboard;

        await keys.TypeAsync("/paint a fox");
        await keys.PressAsync("Enter");
        var interaction = await setup.Bot.NextAsync();
        Assert.Equal("a fox", interaction.Data!.Options![0].Value.ToString());
        await setup.Bot.ReplyAsync(interaction, "painted", isPrivate: false, Component.Row(Component.Button("again:1", "Again")));
        await Expect(page.MessagesWith("painted")).ToHaveCountAsync(1);

        var again = PlaygroundPage.Button(page.Messages.Last, "Again");
        await TabUntilAsync(page, again, back: true);
        await Expect(again).ToHaveCSSAsync("outline-style", "solid");
        await keys.PressAsync("Enter");
        var pressed = await setup.Bot.NextAsync();
        Assert.Equal("again:1", pressed.Data!.CustomId);
        await setup.Bot.AnswerAsync(pressed, InteractionCallbackType.UpdateMessage, new InteractionCallbackData { Content = "painted anew", Components = [Component.Row(Component.Button("again:2", "Again"))] });
        await Expect(page.Messages.Last).ToContainTextAsync("painted anew");
        await Expect(again).ToBeFocusedAsync();

        await TabUntilAsync(page, page.Messages.Last.GetByRole(AriaRole.Button, new() { Name = "More for this message" }), back: false);
        foreach (string key in new[] { "Enter", "Enter", "Enter" }) await keys.PressAsync(key);
        var varied = await setup.Bot.NextAsync();
        Assert.Equal("Make variations", varied.Data!.Name);
        await setup.Bot.ReplyAsync(varied, "varied");
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Colours_OfTextOnItsGround_HaveAContrastOfFourAndAHalf(ColorScheme scheme)
    {
        await using var setup = await PlaygroundSetup.StartAsync(chromium, TestCommands.Paint);
        var page = await setup.OpenAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = 1280, Height = 900 } });
        Component[] buttons = [.. Enum.GetValues<ButtonStyle>().Where(style => style != ButtonStyle.Link).Select(style => Component.Button($"{style}:1", $"{style}", style))];
        await page.SayAsync("some *words*, `code`, <#1> and a https://link.example/\n-# small print");
        await page.CommandAsync("/paint a fox");
        await setup.Bot.ReplyAsync(await setup.Bot.NextAsync(), "painted <t:1:R>", isPrivate: true, Component.Row(buttons));
        await Expect(page.MessagesWith("painted")).ToHaveCountAsync(1);
        await page.TypeAsync("/");
        await Expect(page.Suggestions).ToHaveCountAsync(1);

        string[] weak = await page.Page.EvaluateAsync<string[]>(Contrast.Script);

        Assert.Empty(weak);
    }

    [Fact]
    public async Task Theme_Switched_StaysAfterReload()
    {
        await using var setup = await PlaygroundSetup.StartAsync(chromium);
        var page = await setup.OpenAsync(new() { ColorScheme = ColorScheme.Light });

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Dark colours" }).ClickAsync();
        await page.Page.ReloadAsync();

        await Expect(page.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Light colours" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Bot_Offline_IsSaidAndShownAmongTheMembers()
    {
        await using var setup = await PlaygroundSetup.StartAsync(chromium);
        var page = await setup.OpenAsync();
        await Expect(page.Notice).ToBeHiddenAsync();

        await setup.Bot.DisposeAsync();

        await Expect(page.Notice).ToContainTextAsync("The bot is offline");
        await Expect(page.Page.Locator("#members")).ToContainTextAsync("Offline");
    }

    [Fact]
    public async Task Simulator_Gone_IsSaid()
    {
        await using var setup = await PlaygroundSetup.StartAsync(chromium);
        var page = await setup.OpenAsync();

        await setup.StopSimulatorAsync();

        await Expect(page.Notice).ToContainTextAsync("The playground is not answering. Connecting…");
    }

    private static async Task TabUntilAsync(PlaygroundPage page, ILocator wanted, bool back)
    {
        for (int step = 0; step < 40; step++)
        {
            if (await wanted.EvaluateAsync<bool>("element => element === document.activeElement")) return;
            await page.Page.Keyboard.PressAsync(back ? "Shift+Tab" : "Tab");
        }
        Assert.Fail("The element was not reached by forty steps of the tabulator.");
    }
}
