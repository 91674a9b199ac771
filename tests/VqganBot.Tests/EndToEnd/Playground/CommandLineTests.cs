using System.Text.RegularExpressions;
using Microsoft.Playwright;
using VqganBot.Discord.Wire;
using VqganBot.Tests.EndToEnd.Playground.Bots;
using VqganBot.Tests.EndToEnd.Playground.Pages;
using static Microsoft.Playwright.Assertions;

namespace VqganBot.Tests.EndToEnd.Playground;

[Collection(ChromiumTests.Name)]
public sealed class CommandLineTests(ChromiumFixture chromium)
{
    [Fact]
    public async Task Line_TypedWithEveryKindOfOption_ReachesTheBotAsTyped()
    {
        await using var setup = await PlaygroundSetup.StartAsync(chromium, TestCommands.Paint);
        var page = await setup.OpenAsync();

        await page.CommandAsync("/paint prompt:chicken surf size:large steps:25 strength:0.5 private:true for:Basho where:gallery role:Moderator");
        var interaction = await setup.Bot.NextAsync();
        await setup.Bot.ReplyAsync(interaction, "thank you");

        var world = setup.Simulator.World;
        var options = interaction.Data!.Options!.ToDictionary(option => option.Name, option => option.Value!.Value.ToString());
        Assert.Equal("chicken surf", options["prompt"]);
        Assert.Equal("512x512", options["size"]);
        Assert.Equal("25", options["steps"]);
        Assert.Equal("0.5", options["strength"]);
        Assert.Equal("True", options["private"]);
        Assert.Equal(world.Basho.Id.ToString(), options["for"]);
        Assert.Equal(world.Gallery.Id.ToString(), options["where"]);
        Assert.Equal(world.Roles.Single(role => role.Name == "Moderator").Id.ToString(), options["role"]);
        Assert.Equal("Ada", interaction.User.DisplayName);
        await Expect(page.MessagesWith("thank you")).ToContainTextAsync("Ada used /paint");
        setup.AssertNoComplaints();
    }

    [Fact]
    public async Task Options_ChosenByArrowsTabAndEnter_AreTaken()
    {
        await using var setup = await PlaygroundSetup.StartAsync(chromium, TestCommands.Paint, TestCommands.Rules);
        var page = await setup.OpenAsync();

        await page.TypeAsync("/pai");
        await Expect(page.Suggestions).ToHaveCountAsync(1);
        await page.Page.Keyboard.PressAsync("Enter");
        await page.Page.Keyboard.TypeAsync("a fox");
        await page.Page.Keyboard.PressAsync("Tab");
        await Expect(page.Suggestions).ToHaveCountAsync(9);
        await page.Page.Keyboard.PressAsync("ArrowDown");
        await page.Page.Keyboard.PressAsync("Tab");
        await Expect(page.Suggestions).ToHaveTextAsync(["small", "large"]);
        await page.Page.Keyboard.PressAsync("ArrowDown");
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page.Option("size").GetByRole(AriaRole.Combobox)).ToHaveValueAsync("large");
        await page.Page.Keyboard.PressAsync("Enter");

        var interaction = await setup.Bot.NextAsync();
        await setup.Bot.ReplyAsync(interaction, "seen");
        Assert.Equal(["prompt=a fox", "size=512x512"], interaction.Data!.Options!.Select(option => $"{option.Name}={option.Value}"));
    }

    [Fact]
    public async Task Autocomplete_WhileTyping_ShowsWhatTheBotSuggestsAndTakesIt()
    {
        await using var setup = await PlaygroundSetup.StartAsync(chromium, TestCommands.Paint);
        var page = await setup.OpenAsync();

        await page.TypeAsync("/paint prompt:a fox style:");
        var empty = await setup.Bot.NextAsync();
        await SuggestAsync(setup, empty, "ink drawing", "low poly");
        await Expect(page.Suggestions).ToHaveTextAsync(["ink drawing", "low poly"]);

        await page.Page.Keyboard.TypeAsync("ink");
        var typed = await setup.Bot.NextAsync();
        Assert.Equal("ink", typed.Data!.Options!.Single(option => option.Focused == true).Value.ToString());
        await SuggestAsync(setup, typed, "ink drawing");
        await Expect(page.Suggestions).ToHaveTextAsync(["ink drawing"]);
        await page.Page.Keyboard.PressAsync("Enter");
        await page.Page.Keyboard.PressAsync("Enter");

        var sent = await setup.Bot.NextAsync();
        await setup.Bot.ReplyAsync(sent, "seen");
        Assert.Equal(InteractionType.ApplicationCommand, sent.Type);
        Assert.Equal("value of ink drawing", sent.Data!.Options!.Single(option => option.Name == "style").Value.ToString());
    }

    [Theory]
    [InlineData("/paint prompt:a fox steps:9", "steps: At least 10.")]
    [InlineData("/paint prompt:a fox steps:501", "steps: At most 500.")]
    [InlineData("/paint prompt:a fox steps:ten", "steps: This must be a number.")]
    [InlineData("/paint prompt:a fox steps:10.5", "steps: This must be a whole number.")]
    [InlineData("/paint prompt:a fox strength:1.5", "strength: At most 1.")]
    [InlineData("/paint prompt:", "prompt: This option needs a value.")]
    public async Task Option_ThatCannotBe_IsSaidAtTheOptionAndNothingIsSent(string line, string said)
    {
        await using var setup = await PlaygroundSetup.StartAsync(chromium, TestCommands.Paint);
        var page = await setup.OpenAsync();

        await page.CommandAsync(line);

        await Expect(page.Hint).ToHaveTextAsync(said);
        string option = said[..said.IndexOf(':', StringComparison.Ordinal)];
        await Expect(page.Option(option).Locator("[aria-invalid='true']")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Choice_NotOfTheList_IsRefused()
    {
        await using var setup = await PlaygroundSetup.StartAsync(chromium, TestCommands.Paint);
        var page = await setup.OpenAsync();

        await page.CommandAsync("/paint prompt:a fox size:huge");

        await Expect(page.Hint).ToHaveTextAsync("size: Choose one of the list.");
    }

    [Fact]
    public async Task File_Chosen_ReachesTheBotWhole()
    {
        await using var setup = await PlaygroundSetup.StartAsync(chromium, TestCommands.Paint);
        var page = await setup.OpenAsync();
        byte[] picture = TestPictures.Png(3);

        await page.TypeAsync("/paint prompt:a fox image:");
        var chooser = await page.Page.RunAndWaitForFileChooserAsync(() => page.Option("image").GetByRole(AriaRole.Button, new() { NameRegex = new Regex("choose a file") }).ClickAsync());
        await chooser.SetFilesAsync(new FilePayload { Name = "start.png", MimeType = "image/png", Buffer = picture });
        await Expect(page.Option("image")).ToContainTextAsync("start.png");
        await page.Page.Keyboard.PressAsync("Enter");

        var interaction = await setup.Bot.NextAsync();
        await setup.Bot.ReplyAsync(interaction, "seen");
        var attachment = Assert.Single(interaction.Data!.Resolved!.Attachments!).Value;
        Assert.Equal(("start.png", "image/png", picture.Length), (attachment.Filename, attachment.ContentType, attachment.Size));
        using var http = new HttpClient();
        Assert.Equal(picture, await http.GetByteArrayAsync(attachment.Url, TestContext.Current.CancellationToken));
        setup.AssertNoComplaints();
    }

    [Fact]
    public async Task Language_German_NamesCommandsAndOptionsInGermanAndTellsTheBot()
    {
        await using var setup = await PlaygroundSetup.StartAsync(chromium, TestCommands.Paint);
        var page = await setup.OpenAsync();

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Language and tools" }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Menuitemradio, new() { Name = "Deutsch" }).ClickAsync();
        await page.TypeAsync("/mal");
        await Expect(page.Suggestions).ToContainTextAsync(["/malenmotiv"]);
        await page.Page.Keyboard.PressAsync("Enter");
        await page.Page.Keyboard.TypeAsync("ein Fuchs");
        await page.Page.Keyboard.PressAsync("Enter");

        var interaction = await setup.Bot.NextAsync();
        await setup.Bot.ReplyAsync(interaction, "gesehen");
        Assert.Equal(("paint", "de"), (interaction.Data!.Name, interaction.Locale));
        Assert.Equal("prompt", Assert.Single(interaction.Data.Options!).Name);
    }

    [Fact]
    public async Task Language_Chosen_LeavesAloneWhatIsTypedBeforeTheServerAnswers()
    {
        await using var setup = await PlaygroundSetup.StartAsync(chromium, TestCommands.Paint);
        var page = await setup.OpenAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Language and tools" }).ClickAsync();
        await Expect(page.Page.GetByRole(AriaRole.Menuitemradio, new() { Name = "Deutsch" })).ToBeVisibleAsync();

        // In one turn of the page, so that no answer comes between; with it the pane at the left is drawn anew.
        await page.Page.EvaluateAsync("""
            () => {
              document.querySelector('.you .who').dataset.old = 'yes';
              [...document.querySelectorAll('[role=menuitemradio]')].find(item => item.textContent === 'Deutsch').click();
              const box = document.getElementById('message-box');
              box.focus();
              document.execCommand('insertText', false, 'hallo');
            }
            """);

        await Expect(page.Page.Locator(".you .who[data-old]")).ToHaveCountAsync(0);
        await Expect(page.Box).ToHaveValueAsync("hallo");
    }

    [Fact]
    public async Task Command_NotOfferedToSomebody_IsShownLockedAndItsRefusalIsTheBots()
    {
        await using var setup = await PlaygroundSetup.StartAsync(chromium, TestCommands.Rules);
        var page = await setup.OpenAsync();
        await page.BeAsync("Basho");

        await page.TypeAsync("/rules");
        await Expect(page.Suggestions).ToContainTextAsync(["not offered to you"]);
        await page.Page.Keyboard.PressAsync("Enter");
        await page.Page.Keyboard.TypeAsync("3");
        await page.Page.Keyboard.PressAsync("Enter");

        var interaction = await setup.Bot.NextAsync();
        Assert.False(interaction.Member!.Permissions!.Value.HasFlag(Permissions.ManageGuild));
        await setup.Bot.ReplyAsync(interaction, "This is for managers.", isPrivate: true);
        await Expect(page.MessagesWith("This is for managers.")).ToContainTextAsync("Only you can see this");
    }

    private static Task SuggestAsync(PlaygroundSetup setup, Interaction interaction, params string[] names) =>
        setup.Bot.AnswerAsync(interaction, InteractionCallbackType.ApplicationCommandAutocompleteResult, new InteractionCallbackData { Choices = [.. names.Select(name => ApplicationCommandChoice.Of(name, $"value of {name}"))] });
}
