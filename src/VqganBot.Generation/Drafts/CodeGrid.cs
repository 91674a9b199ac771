namespace VqganBot.Generation.Drafts;

/// <summary>
/// A grid of codes and the window of the size a transformer was trained on, in whose middle each code is drawn, except near
/// the borders, where the window stops (vqgan-clip.md section 4). A grid of the window's own size has one window.
/// </summary>
internal sealed record CodeGrid(int Rows, int Columns, int WindowRows, int WindowColumns)
{
    public int Places => Rows * Columns;

    /// <summary>Whether the window of a place is that of the place before, one code further: then what was read of it still holds.</summary>
    public bool GoesOn(int place) =>
        place > 0 && Corner(place) == Corner(place - 1) && CountBefore(place) == CountBefore(place - 1) + 1;

    /// <summary>The places of the window that come before a place, row by row.</summary>
    public long[] Before(int place)
    {
        (int top, int left) = Corner(place);
        return [.. Enumerable.Range(0, CountBefore(place)).Select(i => ((top + (i / WindowColumns)) * (long)Columns) + left + (i % WindowColumns))];
    }

    private int CountBefore(int place)
    {
        (int top, int left) = Corner(place);
        return (((place / Columns) - top) * WindowColumns) + (place % Columns) - left;
    }

    private (int Top, int Left) Corner(int place) => (
        Math.Clamp((place / Columns) - (WindowRows / 2), 0, Rows - WindowRows),
        Math.Clamp((place % Columns) - (WindowColumns / 2), 0, Columns - WindowColumns));
}
