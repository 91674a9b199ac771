using VqganBot.CommandLine.Options;

namespace VqganBot.Bot.Imagine.Requests;

/// <summary>Sizes as people give them: <c>128x96</c>, or a word for the shape with about as many pixels as the model likes.</summary>
internal static class PictureShape
{
    /// <value>Pixels of the latent cells of every known VQGAN are a divisor of this.</value>
    private const int Cell = 16;
    private const int Least = 32;
    private const int Longest = 8192;
    private const long MostPixels = 2048L * 2048L;

    // Sides of 2:3 with the area of a square of side 1.
    private static readonly double Short = Math.Sqrt(2.0 / 3);

    public static IReadOnlyList<string> Words { get; } = ["square", "portrait", "landscape"];

    /// <param name="natural">The size that the model paints by default.</param>
    /// <exception cref="UserFacingException">It is no size, or one that nothing paints.</exception>
    public static PictureSize Parse(string text, PictureSize natural)
    {
        if (OfWord(text.Trim(), natural) is { } shape) return shape;
        if (!PictureSize.TryParse(text, out var size))
            throw new UserFacingException($"The size `{Replies.Echo.Prompt(text, 40)}` is not one I know. It takes width x height in pixels, such as `128x96`, or one of {string.Join(", ", Words)}.");
        if (Math.Min(size.Width, size.Height) < Least || Math.Max(size.Width, size.Height) > Longest || (long)size.Width * size.Height > MostPixels)
            throw new UserFacingException($"A picture of {size} was asked for; sides lie between {Least} and {Longest} pixels, and together at most 2048x2048.");
        return size;
    }

    public static PictureSize? OfWord(string word, PictureSize natural)
    {
        var side = Math.Sqrt((double)natural.Width * natural.Height);
        return word.ToLowerInvariant() switch
        {
            "square" => new PictureSize(Whole(side), Whole(side)),
            "portrait" => new PictureSize(Whole(side * Short), Whole(side / Short)),
            "landscape" => new PictureSize(Whole(side / Short), Whole(side * Short)),
            _ => null,
        };
    }

    private static int Whole(double side) => Math.Max(Least, (int)Math.Round(side / Cell) * Cell);
}
