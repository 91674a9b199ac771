namespace VqganBot.Generation.Synthesis;

/// <summary>The size that is painted: what was asked for, rounded down to whole latent cells.</summary>
internal sealed record Canvas
{
    // Two cells a side is the least that has a composition; below it the decoder's padding is most of the picture.
    private const int LeastCells = 2;

    // 2048x2048: a VQGAN f16 decoder needs some 20 GB of activations there, and no published model holds a picture together beyond it.
    private const long MostPixels = 2048L * 2048L;
    private const int LongestSide = 8192;

    private Canvas(int columns, int rows, int factor)
    {
        Columns = columns;
        Rows = rows;
        Factor = factor;
    }

    /// <value>Latent cells from left to right.</value>
    public int Columns { get; }

    /// <value>Latent cells from top to bottom.</value>
    public int Rows { get; }

    /// <value>Pixels a side of one latent cell.</value>
    public int Factor { get; }

    public int Width => Columns * Factor;

    public int Height => Rows * Factor;

    public static Canvas Fit(int width, int height, int factor)
    {
        int least = LeastCells * factor;
        if (width < least || height < least)
        {
            throw new PaintingRequestException(
                $"A picture of {width}x{height} was asked for; the smallest this model paints is {least}x{least}. " +
                $"The nearest size is {Math.Max(width, least)}x{Math.Max(height, least)}.");
        }

        if ((long)width * height > MostPixels || width > LongestSide || height > LongestSide)
        {
            Canvas nearest = Nearest(width, height, factor);
            throw new PaintingRequestException(
                $"A picture of {width}x{height} was asked for; the limit is {MostPixels} pixels (2048x2048) and {LongestSide} a side. " +
                $"The nearest size of that shape is {nearest.Width}x{nearest.Height}.");
        }

        return new Canvas(width / factor, height / factor, factor);
    }

    /// <summary>About this shape with each side scaled, in whole cells.</summary>
    public (int Width, int Height) Scaled(double scale) =>
        (Math.Max(LeastCells, (int)(Columns * scale)) * Factor, Math.Max(LeastCells, (int)(Rows * scale)) * Factor);

    /// <summary>Half of it, in whole cells; a canvas too small for that stays as it is.</summary>
    public Canvas Halved() => new(Math.Max(LeastCells, Columns / 2), Math.Max(LeastCells, Rows / 2), Factor);

    private static Canvas Nearest(int width, int height, int factor)
    {
        double scale = Math.Min(1, Math.Sqrt(MostPixels / ((double)width * height)));
        int Cells(int side) => Math.Max(LeastCells, (int)Math.Min(side * scale, LongestSide) / factor);
        return new Canvas(Cells(width), Cells(height), factor);
    }
}
