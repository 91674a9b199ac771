using System.Globalization;
using System.Text;

namespace VqganBot.Training.Toybox.Drawings;

/// <summary>The areas that scenes are made of.</summary>
internal static class Scenery
{
    public static void Sky(SvgCanvas c, Rgb colour) =>
        c.Backdrop("<rect x=\"-2\" y=\"-2\" width=\"68\" height=\"68\"", Varied(c, colour));

    /// <summary>Everything below a gently rolling line.</summary>
    public static void Ground(SvgCanvas c, double horizon, double roll, Rgb colour)
    {
        var left = horizon + c.Random.Between(-roll, roll);
        var right = horizon + c.Random.Between(-roll, roll);
        var bend = c.Random.Between(-2 * roll, 2 * roll);
        c.Backdrop(Text($"<path d=\"M-2,{left:0.#} C18,{left - bend:0.#} 44,{right + bend:0.#} 66,{right:0.#} L66,66 L-2,66 Z\""), Varied(c, colour));
    }

    /// <summary>A row of little arcs, as children draw water.</summary>
    public static void Ripples(SvgCanvas c, double y, Rgb colour)
    {
        var path = new StringBuilder("<path d=\"");
        for (var x = c.Random.Between(-8, 0); x < 66; x += 10)
            path.Append(CultureInfo.InvariantCulture, $"M{x:0.#},{y:0.#} q2.5,-2.6 5,0 q-2.5,-1.2 -5,0 z ");
        c.Backdrop(path.Append('"').ToString(), colour);
    }

    public static void Disc(SvgCanvas c, double x, double y, double radius, Rgb colour, double opacity = 1) =>
        c.Backdrop(Text($"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"{radius:0.##}\""), colour, opacity);

    public static void Block(SvgCanvas c, double x, double y, double width, double height, Rgb colour) =>
        c.Backdrop(Text($"<rect x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{width:0.#}\" height=\"{height:0.#}\""), colour);

    public static void Peak(SvgCanvas c, double x, double top, double half, double foot, Rgb colour) =>
        c.Backdrop(Text($"<polygon points=\"{x - half:0.#},{foot:0.#} {x:0.#},{top:0.#} {x + half:0.#},{foot:0.#}\""), colour);

    public static void Specks(SvgCanvas c, int count, double top, double bottom, double small, double large, params Rgb[] colours)
    {
        for (var i = 0; i < count; i++)
            Disc(c, c.Random.Between(1, 63), c.Random.Between(top, bottom), c.Random.Between(small, large), c.Random.Pick(colours));
    }

    public static Rgb Varied(SvgCanvas c, Rgb colour)
    {
        var shade = c.Random.Between(-0.1, 0.1);
        return shade < 0 ? colour.Darker(-shade) : colour.Lighter(shade);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
