using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>A few colours, and which of them is nearest to a pixel.</summary>
public sealed class Palette(IReadOnlyList<Colour> colours)
{
    public const int MostColours = 64;

    public IReadOnlyList<Colour> Colours { get; } = colours;

    /// <summary>Reads colours divided by commas, such as <c>navy, gold, #ff8800</c>.</summary>
    /// <exception cref="PaintingRequestException">One is no colour, or there are none or too many.</exception>
    public static Palette Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
    }

    /// <exception cref="PaintingRequestException">One is no colour, or there are none or too many.</exception>
    public static Palette Parse(IReadOnlyCollection<string> colours)
    {
        ArgumentNullException.ThrowIfNull(colours);
        return colours.Count is >= 1 and <= MostColours
            ? new Palette([.. colours.Select(Colour.Parse)])
            : throw new PaintingRequestException($"A palette has 1 to {MostColours} colours, not {colours.Count}; write them as \"navy, gold, #ff8800\".");
    }

    /// <summary>The picture with each pixel's nearest colour in its place, without a graph.</summary>
    internal Tensor Nearest(Tensor picture /* [1, 3, H, W], 0 to 1 */)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable still = no_grad();
        long height = picture.shape[2], width = picture.shape[3];
        Tensor colours = tensor([.. Colours.SelectMany(colour => colour.Shares())], new long[] { Colours.Count, 3 }).to(picture.device); // [k, 3]
        Tensor pixels = picture.detach().permute(0, 2, 3, 1).reshape(height * width, 3);

        // |x − c|² less |x|², which is the same for all colours.
        Tensor distances = (colours * colours).sum(1) - (pixels.matmul(colours.t()) * 2);                    // [H·W, k]
        return colours.index_select(0, distances.argmin(1)).view(1, height, width, 3).permute(0, 3, 1, 2)    // [1, 3, H, W]
            .contiguous().MoveToOuterDisposeScope();
    }
}
