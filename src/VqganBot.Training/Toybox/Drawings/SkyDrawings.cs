using System.Globalization;
using System.Text;

namespace VqganBot.Training.Toybox.Drawings;

internal static class SkyDrawings
{
    public static void Star(SvgCanvas c, ThingPaint p)
    {
        var inner = c.Random.Between(19, 23);
        c.Polygon(Rays(5, 48, inner, -Math.PI / 2), p.Main);
        c.Patch("M-8,-6 L0,-30 L8,-6 Z", p.Light);
    }

    public static void Moon(SvgCanvas c, ThingPaint p)
    {
        c.Path("M14,-48 C-26,-52 -50,-20 -46,10 C-42,44 -2,60 32,36 C4,38 -16,22 -18,-4 C-20,-26 -4,-42 14,-48 Z", p.Main);
        c.Dot(-30, 4, 5, p.Dark);
        c.Dot(-18, 28, 6, p.Dark);
        c.Dot(-24, -22, 4, p.Dark);
    }

    public static void Sun(SvgCanvas c, ThingPaint p)
    {
        c.Polygon(Rays(10 + (2 * c.Random.Below(2)), 49, 29, c.Random.Between(0, 1)), p.Main);
        c.Circle(0, 0, 26, p.Light);
        c.Dot(-9, -5, 3.6, Rgb.Black);
        c.Dot(9, -5, 3.6, Rgb.Black);
        c.Line("M-11,7 C-6,14 6,14 11,7", Rgb.Black, 3.4);
    }

    public static void Heart(SvgCanvas c, ThingPaint p)
    {
        c.Path("M0,44 C-60,4 -50,-40 -24,-40 C-10,-40 -2,-30 0,-20 C2,-30 10,-40 24,-40 C50,-40 60,4 0,44 Z", p.Main);
        c.Ellipse(-24, -20, 8, 11, p.Light, 30);
    }

    public static void Balloon(SvgCanvas c, ThingPaint p)
    {
        c.Line("M0,26 C10,34 -8,40 2,52", Inks.Pencil, 3);
        c.Path("M-7,30 L0,20 L7,30 Z", p.Dark);
        c.Path("M0,24 C-22,14 -34,-4 -32,-20 C-30,-40 -14,-50 0,-50 C14,-50 30,-40 32,-20 C34,-4 22,14 0,24 Z", p.Main);
        c.Ellipse(-14, -26, 6, 11, p.Light, 20);
    }

    public static void Rocket(SvgCanvas c, ThingPaint p)
    {
        c.Path("M-12,28 C-14,40 -6,44 0,54 C6,44 14,40 12,28 Z", Inks.Flame);
        c.Patch("M-6,28 C-6,36 -2,40 0,45 C2,40 6,36 6,28 Z", Inks.Scarlet);
        c.Path("M-16,4 L-34,20 L-34,38 L-14,28 Z", Inks.Scarlet);
        c.Path("M16,4 L34,20 L34,38 L14,28 Z", Inks.Scarlet);
        c.Path("M0,-52 C24,-34 26,2 15,30 L-15,30 C-26,2 -24,-34 0,-52 Z", p.Main);
        c.Path("M0,-52 C10,-44 15,-36 18,-27 L-18,-27 C-15,-36 -10,-44 0,-52 Z", p.Dark);
        c.Circle(0, -8, 10, Inks.Glass);
        c.Line("M0,14 L0,30", p.Dark, 4);
    }

    private static string Rays(int count, double outer, double inner, double start)
    {
        var points = new StringBuilder();
        for (var i = 0; i < 2 * count; i++)
        {
            var radius = i % 2 == 0 ? outer : inner;
            var angle = start + (i * Math.PI / count);
            points.Append(CultureInfo.InvariantCulture, $"{radius * Math.Cos(angle):0.#},{radius * Math.Sin(angle):0.#} ");
        }

        return points.ToString();
    }
}
