using Microsoft.Playwright;

namespace VqganBot.Tests.EndToEnd.Playground.Pages;

/// <summary>Looks at a message's picture on every change of the page: which pictures were there, and whether there was ever none in between.</summary>
internal sealed class PictureWatch
{
    private readonly IPage _page;

    private PictureWatch(IPage page) => _page = page;

    public static async Task<PictureWatch> StartAsync(IPage page)
    {
        await page.EvaluateAsync(
            """
            () => {
              window.seen = {};
              const look = () => {
                for (const message of document.querySelectorAll('.messages > .message')) {
                  const frame = message.querySelector('.frame');
                  const seen = (window.seen[message.dataset.id] ??= { pictures: [], gaps: 0 });
                  const shown = frame ? [...frame.querySelectorAll('img')].filter(img => img.complete && img.naturalWidth > 0) : [];
                  if (shown.length === 0 && seen.pictures.length > 0) seen.gaps++;
                  const address = shown.at(-1)?.src;
                  if (address && seen.pictures.at(-1) !== address) seen.pictures.push(address);
                }
              };
              new MutationObserver(look).observe(document.querySelector('.messages'), { childList: true, subtree: true, attributes: true });
            }
            """);
        return new PictureWatch(page);
    }

    /// <summary>How many pictures the message has shown, one after the other.</summary>
    public Task<int> PicturesOfAsync(ILocator message) => ReadAsync(message, "pictures.length");

    /// <summary>How often its frame was empty after the first picture.</summary>
    public Task<int> GapsOfAsync(ILocator message) => ReadAsync(message, "gaps");

    /// <summary>Ends when the message has shown so many pictures.</summary>
    public async Task UntilAsync(ILocator message, int pictures)
    {
        string? id = await message.GetAttributeAsync("data-id");
        await _page.WaitForFunctionAsync($"() => (window.seen['{id}']?.pictures.length ?? 0) >= {pictures}");
    }

    private async Task<int> ReadAsync(ILocator message, string what)
    {
        string? id = await message.GetAttributeAsync("data-id");
        return await _page.EvaluateAsync<int>($"() => window.seen['{id}']?.{what} ?? 0");
    }
}
