using VqganBot.Imaging;

namespace VqganBot.Generation.Synthesis;

/// <summary>How much each pixel belongs to a spot, 0 to 1, and the box that it lies in.</summary>
internal sealed class SpotMask
{
    // A pixel that belongs less than this has no say in where the spot ends: resizing leaves such traces.
    private const float Least = 0.05f;

    private SpotMask(float[] shares, int width)
    {
        int[] columns = [.. Enumerable.Range(0, width).Where(x => Enumerable.Range(0, shares.Length / width).Any(y => shares[(y * width) + x] >= Least))];
        int[] rows = [.. Enumerable.Range(0, shares.Length / width).Where(y => Enumerable.Range(0, width).Any(x => shares[(y * width) + x] >= Least))];
        if (columns.Length == 0 || columns[^1] - columns[0] < 1 || rows[^1] - rows[0] < 1)
            throw new PaintingRequestException("A spot prompt has nowhere to be painted: its mask is white nowhere in the picture, or outside it everywhere. White is inside.");

        (CanvasWidth, CanvasHeight) = (width, shares.Length / width);
        (X, Y, Width, Height) = (columns[0], rows[0], columns[^1] - columns[0] + 1, rows[^1] - rows[0] + 1);
        Shares = [.. Enumerable.Range(0, Width * Height).Select(i => shares[((Y + (i / Width)) * width) + X + (i % Width)])];
    }

    public int CanvasWidth { get; }

    public int CanvasHeight { get; }

    public int X { get; }

    public int Y { get; }

    public int Width { get; }

    public int Height { get; }

    /// <value>Of the box alone, row by row.</value>
    public float[] Shares { get; }

    public static SpotMask Of(SpotPrompt spot, Rgb24Image? mask, Canvas canvas)
    {
        int width = canvas.Width, height = canvas.Height;
        float[] shares = spot.Area == SpotArea.Mask
            ? White(mask ?? throw new PaintingRequestException($"The spot prompt '{spot.Prompt}' is about a mask, and no mask was given."), width, height)
            : [.. Enumerable.Range(0, width * height).Select(i => Within(spot.Area, i % width, i / width, width, height) ? 1f : 0f)];
        return new SpotMask(spot.Outside ? [.. shares.Select(share => 1 - share)] : shares, width);
    }

    private static float[] White(Rgb24Image mask, int width, int height)
    {
        Rgb24Image fitted = mask.Width == width && mask.Height == height ? mask : ImageResizer.Lanczos(mask, width, height);
        return [.. Enumerable.Range(0, width * height).Select(i => (fitted.Pixels[3 * i] + fitted.Pixels[(3 * i) + 1] + fitted.Pixels[(3 * i) + 2]) / 765f)];
    }

    private static bool Within(SpotArea area, int x, int y, int width, int height) => area switch
    {
        SpotArea.Left => x < width / 2,
        SpotArea.Right => x >= width / 2,
        SpotArea.Top => y < height / 2,
        SpotArea.Bottom => y >= height / 2,
        _ => x >= width / 4 && x < width - (width / 4) && y >= height / 4 && y < height - (height / 4),
    };
}
