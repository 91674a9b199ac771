using Microsoft.Playwright;
using VqganBot.Discord.Wire;
using VqganBot.Tests.EndToEnd.Playground.Bots;
using VqganBot.Tests.EndToEnd.Playground.Pages;
using static Microsoft.Playwright.Assertions;

namespace VqganBot.Tests.EndToEnd.Playground;

[Collection(ChromiumTests.Name)]
public sealed class MessageTests(ChromiumFixture chromium)
{
    [Fact]
    public async Task Progress_PicturesOneAfterTheOther_NeverLeavesTheFrameEmpty()
    {
        await using var setup = await PlaygroundSetup.StartAsync(chromium, TestCommands.Paint);
        var page = await setup.OpenAsync();
        var watch = await PictureWatch.StartAsync(page.Page);

        await page.CommandAsync("/paint prompt:chicken surf");
        var interaction = await setup.Bot.NextAsync();
        await setup.Bot.AnswerAsync(interaction, InteractionCallbackType.DeferredChannelMessageWithSource);
        var message = page.Messages.Last;
        await Expect(message).ToContainTextAsync("VqganBot is thinking…");
        await Expect(message).ToContainTextAsync("Ada used /paint");
        for (byte step = 1; step <= 4; step++)
        {
            await setup.Bot.EditAsync(interaction, $"step {step}", TestPictures.Png((byte)(step * 50)), $"chicken surf at step {step}");
            await watch.UntilAsync(message, step);
        }

        await Expect(message).ToContainTextAsync("step 4 (edited)");
        await Expect(message.GetByRole(AriaRole.Img, new() { Name = "chicken surf at step 4" })).ToHaveCountAsync(1);
        await Expect(message.Locator(".frame img")).ToHaveCountAsync(1);
        Assert.Equal(0, await watch.GapsOfAsync(message));
        setup.AssertNoComplaints();
    }

    [Fact]
    public async Task ScrolledUp_WhatOthersSayIsCounted_AndWhatOneDidOneselfIsShown()
    {
        await using var setup = await PlaygroundSetup.StartAsync(chromium, TestCommands.Paint);
        var world = setup.Simulator.World;
        for (var line = 0; line < 120; line++) world.Post(world.Basho, world.Paintings, $"line {line}");
        var page = await setup.OpenAsync();
        await Expect(page.MessagesWith("line 119")).ToBeInViewportAsync();
        await page.Messages.Last.HoverAsync();
        await page.Page.Mouse.WheelAsync(0, -1500);
        await Expect(page.MessagesWith("line 119")).Not.ToBeInViewportAsync();

        world.Post(world.Basho, world.Paintings, "anybody there?");
        await Expect(page.Page.Locator(".newest")).ToHaveTextAsync("1 new message ↓");

        await page.CommandAsync("/paint prompt:a fox");
        await setup.Bot.AnswerAsync(await setup.Bot.NextAsync(), InteractionCallbackType.DeferredChannelMessageWithSource);
        await Expect(page.Messages.Last).ToContainTextAsync("Ada used /paint");
        await Expect(page.Messages.Last).ToBeInViewportAsync();
        await Expect(page.Page.Locator(".newest")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Picture_Enlarged_IsShownWithItsWordsAndEscapeGoesBack()
    {
        await using var setup = await PlaygroundSetup.StartAsync(chromium, TestCommands.Paint);
        var page = await setup.OpenAsync();
        await page.CommandAsync("/paint prompt:a fox");
        var interaction = await setup.Bot.NextAsync();
        await setup.Bot.AnswerAsync(interaction, InteractionCallbackType.DeferredChannelMessageWithSource);
        await setup.Bot.EditAsync(interaction, "done", TestPictures.Png(90), "a fox in ink");

        var open = page.Messages.Last.GetByRole(AriaRole.Button, new() { Name = "Enlarge the picture" });
        await open.ClickAsync();
        await Expect(page.Dialog.GetByRole(AriaRole.Img, new() { Name = "a fox in ink" })).ToBeVisibleAsync();
        await page.Page.Keyboard.PressAsync("Escape");

        await Expect(page.Dialog).ToHaveCountAsync(0);
        await Expect(open).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Button_WhileTheBotIsSilent_IsBusyAndThenFailedIsSaid()
    {
        await using var setup = await PlaygroundSetup.StartAsync(chromium, TestCommands.Paint);
        var page = await setup.OpenAsync();
        var message = await PaintedAsync(setup, page, Component.Button("again:1", "Again", ButtonStyle.Primary, "🎲"), Component.Button("off:1", "Off", disabled: true));

        await Expect(PlaygroundPage.Button(message, "Off")).ToBeDisabledAsync();
        await PlaygroundPage.Button(message, "Again").ClickAsync();
        await setup.Bot.NextAsync();
        await Expect(PlaygroundPage.Button(message, "Again")).ToHaveAttributeAsync("aria-busy", "true");
        setup.Clock.Advance(TimeSpan.FromSeconds(4));

        await Expect(message.GetByRole(AriaRole.Alert)).ToContainTextAsync("This interaction failed");
        await Expect(PlaygroundPage.Button(message, "Again")).Not.ToHaveAttributeAsync("aria-busy", "true");
    }

    [Fact]
    public async Task Modal_FilledIn_ReachesTheBot()
    {
        await using var setup = await PlaygroundSetup.StartAsync(chromium, TestCommands.Paint);
        var page = await setup.OpenAsync();
        var message = await PaintedAsync(setup, page, Component.Button("remix:1", "Remix"));

        await PlaygroundPage.Button(message, "Remix").ClickAsync();
        var pressed = await setup.Bot.NextAsync();
        await setup.Bot.AnswerAsync(pressed, InteractionCallbackType.Modal, new InteractionCallbackData
        {
            CustomId = "remix:1",
            Title = "Remix",
            Components =
            [
                Component.Labelled("Prompt", Component.TextInput("prompt", TextInputStyle.Paragraph, "a fox", maxLength: 100), "What to paint this time"),
                Component.Labelled("Strength", Component.TextInput("strength", TextInputStyle.Short, required: false)),
            ],
        });
        var prompt = page.Dialog.GetByLabel("Prompt");
        await Expect(prompt).ToHaveValueAsync("a fox");
        await Expect(prompt).ToBeFocusedAsync();
        await prompt.FillAsync("");
        await page.Dialog.GetByRole(AriaRole.Button, new() { Name = "Submit" }).ClickAsync();
        await Expect(page.Dialog).ToContainTextAsync("This field is required.");
        await prompt.FillAsync("a blue fox");
        await page.Dialog.GetByRole(AriaRole.Button, new() { Name = "Submit" }).ClickAsync();

        var submitted = await setup.Bot.NextAsync();
        await setup.Bot.ReplyAsync(submitted, "a new one");
        Assert.Equal((InteractionType.ModalSubmit, "remix:1"), (submitted.Type, submitted.Data!.CustomId));
        Assert.Equal("a blue fox", submitted.Data.Components!.Select(label => label.Inner!).Single(input => input.CustomId == "prompt").Value);
        await Expect(page.Dialog).ToHaveCountAsync(0);
        await Expect(page.MessagesWith("a new one")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task PrivateMessage_IsSeenByOneAndGoneWhenDismissed()
    {
        await using var setup = await PlaygroundSetup.StartAsync(chromium, TestCommands.Paint);
        var ada = await setup.OpenAsync();
        var basho = await setup.OpenAsync();
        await basho.BeAsync("Basho");

        await ada.CommandAsync("/paint prompt:a fox");
        var interaction = await setup.Bot.NextAsync();
        await setup.Bot.ReplyAsync(interaction, "for you alone", isPrivate: true);
        await setup.Bot.Rest.CreateMessageAsync(setup.Simulator.World.Paintings.Id, new MessageBody { Content = "for everybody" }, null, TestContext.Current.CancellationToken);

        await Expect(basho.MessagesWith("for everybody")).ToHaveCountAsync(1);
        await Expect(basho.MessagesWith("for you alone")).ToHaveCountAsync(0);
        await ada.MessagesWith("for you alone").GetByRole(AriaRole.Button, new() { Name = "Dismiss message" }).ClickAsync();
        await Expect(ada.MessagesWith("for you alone")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Menu_OfAMessage_RunsTheBotsCommandOnIt()
    {
        await using var setup = await PlaygroundSetup.StartAsync(chromium, TestCommands.Paint, TestCommands.Vary);
        var page = await setup.OpenAsync();
        await page.SayAsync("take this one");

        await page.RunFromMenuAsync(page.MessagesWith("take this one"), "Make variations");

        var interaction = await setup.Bot.NextAsync();
        await setup.Bot.ReplyAsync(interaction, "varied");
        Assert.Equal("take this one", interaction.Data!.Resolved!.Messages![interaction.Data.TargetId!.Value].Content);
        await Expect(page.MessagesWith("varied")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task HostileText_IsOnlyText()
    {
        await using var setup = await PlaygroundSetup.StartAsync(chromium, TestCommands.Paint);
        var page = await setup.OpenAsync();
        const string Hostile = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script> [a](javascript:document.title='owned') **<b>x</b>**";

        await page.SayAsync(Hostile);

        var message = page.Messages.Last;
        await Expect(message).ToContainTextAsync("<img src=x onerror=");
        await Expect(message).ToContainTextAsync("<b>x</b>");
        await Expect(message.Locator("img, script, b, a")).ToHaveCountAsync(0);
        Assert.DoesNotContain("owned", await page.Page.TitleAsync(), StringComparison.Ordinal);
        setup.AssertNoComplaints();
    }

    private static async Task<ILocator> PaintedAsync(PlaygroundSetup setup, PlaygroundPage page, params Component[] buttons)
    {
        await page.CommandAsync("/paint prompt:a fox");
        var interaction = await setup.Bot.NextAsync();
        await setup.Bot.ReplyAsync(interaction, "painted", isPrivate: false, Component.Row(buttons));
        var message = page.MessagesWith("painted");
        await Expect(message).ToHaveCountAsync(1);
        return message;
    }
}
