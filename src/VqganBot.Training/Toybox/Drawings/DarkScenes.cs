using System.Globalization;

namespace VqganBot.Training.Toybox.Drawings;

internal static class DarkScenes
{
    public static void City(SvgCanvas c)
    {
        Scenery.Sky(c, Rgb.Hex("#f2b9a0"));
        for (var x = c.Random.Between(-4, 0); x < 64;)
        {
            var width = c.Random.Between(9, 13);
            var top = c.Random.Between(4, 24);
            var wall = Rgb.Hex(c.Random.Pick("#4c5872", "#5b6782", "#3f4a63"));
            Scenery.Block(c, x, top, width, 60 - top, wall);
            for (var y = top + 3; y < 50; y += 5)
            {
                for (var w = x + 2; w < x + width - 2; w += 4)
                {
                    if (c.Random.Chance(0.75))
                        Scenery.Block(c, w, y, 1.9, 2.4, Rgb.Hex("#ffe08a"));
                }
            }

            x += width + c.Random.Between(-0.5, 1.5);
        }

        Scenery.Block(c, -2, 52, 68, 14, Rgb.Hex("#6d6d75"));
        for (var x = c.Random.Between(-6, 0); x < 64; x += 12)
            Scenery.Block(c, x, 57.5, 6, 1.6, Rgb.Hex("#f5f0d0"));
    }

    public static void Night(SvgCanvas c)
    {
        Scenery.Sky(c, Rgb.Hex("#1b2a5e"));
        Scenery.Specks(c, 16, 1, 50, 0.6, 1.2, Rgb.Hex("#fff7c8"));
        Scenery.Ground(c, c.Random.Between(48, 55), 3, Rgb.Hex("#0d1638"));
    }

    public static void Rave(SvgCanvas c)
    {
        Scenery.Sky(c, Rgb.Hex("#3a0d55"));
        string[] beams = ["#ff2fb0", "#25e0ff", "#6bff3a", "#ffe92f", "#ff2fb0", "#25e0ff"];
        for (var i = 0; i < beams.Length; i++)
        {
            var top = 4 + (i * 11) + c.Random.Between(-3, 3);
            var foot = c.Random.Between(-8, 72);
            var beam = string.Create(CultureInfo.InvariantCulture, $"<polygon points=\"{top:0.#},-2 {foot - 5:0.#},66 {foot + 5:0.#},66\"");
            c.Backdrop(beam, Rgb.Hex(beams[i]), 0.62);
        }

        Scenery.Block(c, -2, 54, 68, 12, Rgb.Hex("#1b0a2c"));
        for (var x = 1.0; x < 64; x += 8)
            Scenery.Block(c, x, 57, 6, 5, Rgb.Hex(c.Random.Pick(beams)));
    }

    public static void Space(SvgCanvas c)
    {
        Scenery.Sky(c, Rgb.Hex("#0b0a18"));
        Scenery.Disc(c, c.Random.Between(5, 59), c.Random.Between(10, 54), c.Random.Between(16, 24), Rgb.Hex("#5b2a86"), 0.45);
        Scenery.Specks(c, 18, 1, 63, 0.4, 0.9, Rgb.White);
        var x = c.Random.Chance(0.5) ? c.Random.Between(6, 13) : c.Random.Between(51, 58);
        var y = c.Random.Chance(0.5) ? c.Random.Between(7, 14) : c.Random.Between(50, 57);
        var planet = Rgb.Hex(c.Random.Pick("#e58a4a", "#57b8c9", "#c96a9a"));
        Scenery.Disc(c, x, y, 7.5, planet);
        c.Backdrop(string.Create(CultureInfo.InvariantCulture, $"<path d=\"M{x - 13:0.#},{y + 4:0.#} Q{x:0.#},{y + 4.5:0.#} {x + 13:0.#},{y - 4:0.#} Q{x + 1:0.#},{y + 1:0.#} {x - 13:0.#},{y + 4:0.#} Z\""), Rgb.Hex("#f5e6b8"));
    }
}
