namespace VqganBot.Bot.Results.Pages;

/// <summary>A page of pictures.</summary>
/// <param name="Items">Those of the page and, when there is another page, one more.</param>
/// <param name="Number">From 1.</param>
/// <param name="Button">The button that leads to a page.</param>
internal sealed record Page(string Title, IReadOnlyList<PageItem> Items, int Number, Func<int, ButtonId> Button)
{
    public const int Size = 5;

    /// <value>What the buttons that leaf are called.</value>
    public (string Back, string On) Names { get; init; } = ("Newer", "Older");

    /// <value>Whether each item gets buttons of its own.</value>
    public bool HasButtons { get; init; }

    /// <value>Small print under it.</value>
    public string? Footnote { get; init; }

    public IEnumerable<PageItem> Shown => Items.Take(Size);

    public bool IsLast => Items.Count <= Size;
}
