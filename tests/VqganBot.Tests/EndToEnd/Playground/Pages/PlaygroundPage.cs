using Microsoft.Playwright;

namespace VqganBot.Tests.EndToEnd.Playground.Pages;

/// <summary>The page as a person uses it: by what it says, not by how it is made.</summary>
internal sealed class PlaygroundPage(IPage page, List<string> complaints) : IAsyncDisposable
{
    public IPage Page => page;

    /// <value>What the browser's console said as error: an exception, a file that was not there, a rule of the content policy that was broken.</value>
    public IReadOnlyList<string> Complaints => complaints;

    public ILocator Messages => page.Locator(".messages > .message");

    public ILocator Composer => page.GetByRole(AriaRole.Form, new() { Name = "Write a message or a command" });

    public ILocator Box => page.Locator("#message-box");

    public ILocator Suggestions => page.GetByRole(AriaRole.Option);

    public ILocator Hint => page.Locator("#option-hint");

    public ILocator Dialog => page.GetByRole(AriaRole.Dialog);

    public ILocator Notice => page.Locator("#notice");

    /// <summary>Opens the page in a browser context of its own, as another person's browser would be.</summary>
    public static async Task<PlaygroundPage> OpenAsync(IBrowser browser, Uri address, BrowserNewContextOptions? options = null)
    {
        IBrowserContext context = await browser.NewContextAsync(options ?? new() { ViewportSize = new() { Width = 1280, Height = 900 }, Locale = "en-US" });
        IPage page = await context.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) => { if (message.Type == "error") complaints.Add(message.Text); };
        page.PageError += (_, error) => complaints.Add(error);
        await page.GotoAsync(address.ToString());
        await page.Locator("body.ready").WaitForAsync();
        return new PlaygroundPage(page, complaints);
    }

    public async Task BeAsync(string name)
    {
        await page.Locator(".composer").GetByRole(AriaRole.Button, new() { NameRegex = new("^You are ") }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitemradio, new() { Name = name }).ClickAsync();
        await Assertions.Expect(Box).ToHaveAttributeAsync("aria-label", new System.Text.RegularExpressions.Regex($" as {name}$"));
    }

    public Task OpenChannelAsync(string name) => page.Locator(".channels").GetByRole(AriaRole.Button, new() { NameRegex = new($"^{name}") }).ClickAsync();

    public async Task SayAsync(string text)
    {
        await Box.FillAsync(text);
        await Box.PressAsync("Enter");
    }

    /// <summary>Types a whole line, key by key: <c>/limits set limit:jobs_in_queue value:3</c>.</summary>
    public async Task TypeAsync(string line)
    {
        await Box.FocusAsync();
        await page.Keyboard.TypeAsync(line);
    }

    /// <summary>Types a command and sends it by Enter. The first Enter would only choose a command without options from the list; a space does that too.</summary>
    public async Task CommandAsync(string line)
    {
        await TypeAsync(line.Contains(' ') ? line : $"{line} ");
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>The field of an option on the command line.</summary>
    public ILocator Option(string name) => Composer.Locator($"[data-option='{name}']");

    /// <summary>The messages that have this text somewhere, the newest last.</summary>
    public ILocator MessagesWith(string text) => Messages.Filter(new() { HasText = text });

    public static ILocator Button(ILocator message, string label) => message.GetByRole(AriaRole.Button, new() { Name = label, Exact = true });

    /// <summary>Opens a message's menu, and there the entry of a submenu of the bot.</summary>
    public async Task RunFromMenuAsync(ILocator message, string command)
    {
        await message.HoverAsync();
        await message.GetByRole(AriaRole.Button, new() { Name = "More for this message" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Apps" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = command }).ClickAsync();
    }

    /// <summary>Whether anything is wider than the page.</summary>
    public Task<bool> ScrollsSidewaysAsync() => page.EvaluateAsync<bool>(
        """
        () => [document.scrollingElement, ...document.querySelectorAll('.scroller, .composer, .list, dialog[open] *')]
          .some(element => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== 'visible' || element.getBoundingClientRect().right > innerWidth + 1)
        """);

    public async ValueTask DisposeAsync() => await page.Context.DisposeAsync();
}
