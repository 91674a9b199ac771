namespace VqganBot.Imaging;

/// <summary>Several pictures on one sheet.</summary>
public static class ContactSheet
{
    /// <summary>Lays the tiles out in rows on white. Every cell is as large as the largest tile; smaller tiles are centred.</summary>
    /// <param name="tiles">The pictures, in reading order.</param>
    /// <param name="columns">Tiles in a row; fewer tiles than that make a narrower sheet.</param>
    /// <param name="gap">White pixels between neighbours; there is none around the sheet. <value>4 by default.</value></param>
    public static Rgb24Image Compose(IReadOnlyList<Rgb24Image> tiles, int columns, int gap = 4)
    {
        ArgumentNullException.ThrowIfNull(tiles);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        ArgumentOutOfRangeException.ThrowIfNegative(gap);
        if (tiles.Count == 0)
            throw new ArgumentException("A contact sheet needs at least one picture.", nameof(tiles));

        columns = Math.Min(columns, tiles.Count);
        int rows = (tiles.Count + columns - 1) / columns;
        int cellWidth = tiles.Max(tile => tile.Width);
        int cellHeight = tiles.Max(tile => tile.Height);
        var sheet = new Rgb24Image(
            checked(columns * cellWidth + (columns - 1) * gap),
            checked(rows * cellHeight + (rows - 1) * gap));
        sheet.Pixels.AsSpan().Fill(255);

        for (int i = 0; i < tiles.Count; i++)
        {
            Rgb24Image tile = tiles[i];
            int left = i % columns * (cellWidth + gap) + (cellWidth - tile.Width) / 2;
            int top = i / columns * (cellHeight + gap) + (cellHeight - tile.Height) / 2;
            for (int y = 0; y < tile.Height; y++)
                tile.Row(y).CopyTo(sheet.Row(top + y)[(left * 3)..]);
        }
        return sheet;
    }
}
