using VqganBot.Training.Toybox;

namespace VqganBot.Training.Data.Folder;

/// <summary>Some pictures of a folder: those to learn from, or those held back.</summary>
internal sealed class FolderPictures(FolderListing listing, PictureCache cache, IReadOnlyList<int> chosen, int side, bool mirror) : IPictureSource
{
    private readonly IReadOnlyList<string>?[] _captions = new IReadOnlyList<string>?[chosen.Count];

    public int Count => chosen.Count;

    public int Side => side;

    public string Description => $"{Count} pictures of a folder, {side} pixels a side";

    /// <value>Whether views may be mirrored.</value>
    public bool Mirrors => mirror;

    public string Name(int index) => cache.Name(chosen[index]);

    /// <summary>What is said about a picture: nothing, one caption or several.</summary>
    public IReadOnlyList<string> Captions(int index) => _captions[index] ??= PictureCaptions.Of(listing, Name(index));

    /// <summary>The same pictures without those that nothing is said about.</summary>
    public FolderPictures WithCaptions() =>
        new(listing, cache, [.. Enumerable.Range(0, Count).Where(i => Captions(i).Count > 0).Select(i => chosen[i])], side, mirror);

    public void Read(int index, ToyRandom? dice, Span<byte> pixels)
    {
        var (width, height) = cache.Size(chosen[index]);
        var left = dice is null ? (width - side) / 2 : dice.Below(width - side + 1);
        var top = dice is null ? (height - side) / 2 : dice.Below(height - side + 1);
        if (width == side)
        {
            cache.ReadRows(chosen[index], top, pixels);
        }
        else
        {
            // Preparation made the height exactly one side, so all rows are needed, and of each a part.
            var rows = new byte[width * side * 3];
            cache.ReadRows(chosen[index], top, rows);
            for (var y = 0; y < side; y++)
                rows.AsSpan(((y * width) + left) * 3, side * 3).CopyTo(pixels[(y * side * 3)..]);
        }

        if (mirror && dice is not null && dice.Chance(0.5))
            Mirror(pixels);
    }

    private void Mirror(Span<byte> pixels)
    {
        for (var y = 0; y < side; y++)
        {
            var row = pixels.Slice(y * side * 3, side * 3);
            for (var (x, other) = (0, side - 1); x < other; x++, other--)
            {
                for (var channel = 0; channel < 3; channel++)
                    (row[(x * 3) + channel], row[(other * 3) + channel]) = (row[(other * 3) + channel], row[(x * 3) + channel]);
            }
        }
    }
}
