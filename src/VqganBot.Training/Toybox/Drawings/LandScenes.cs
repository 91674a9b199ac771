namespace VqganBot.Training.Toybox.Drawings;

internal static class LandScenes
{
    public static void Forest(SvgCanvas c)
    {
        Scenery.Sky(c, Rgb.Hex("#8fbf8a"));
        for (var x = c.Random.Between(-2, 4); x < 66; x += c.Random.Between(9, 13))
        {
            var top = c.Random.Between(-4, 8);
            var green = Rgb.Hex(c.Random.Pick("#1f5a33", "#2a6e3a", "#174a2b"));
            Scenery.Block(c, x - 1.5, 36, 3, 16, Rgb.Hex("#5a3a20"));
            Scenery.Peak(c, x, top + 14, 9, 44, green);
            Scenery.Peak(c, x, top, 7, 26, green.Lighter(0.06));
        }

        Scenery.Ground(c, c.Random.Between(46, 51), 1.5, Rgb.Hex("#3b6b2c"));
    }

    public static void Desert(SvgCanvas c)
    {
        Scenery.Sky(c, Rgb.Hex("#fbd9a0"));
        var horizon = c.Random.Between(28, 36);
        Scenery.Peak(c, c.Random.Between(4, 60), horizon - 13, 15, horizon + 3, Rgb.Hex("#c98d4a"));
        Scenery.Ground(c, horizon, 3, Rgb.Hex("#e8b45c"));
        Scenery.Ground(c, horizon + 13, 4, Rgb.Hex("#d99b3f"));
    }

    public static void Snow(SvgCanvas c)
    {
        Scenery.Sky(c, Rgb.Hex("#aebfd6"));
        var horizon = c.Random.Between(32, 42);
        foreach (var x in new[] { c.Random.Between(0, 20), c.Random.Between(44, 64) })
        {
            Scenery.Peak(c, x, horizon - 16, 6, horizon + 3, Rgb.Hex("#5f7f78"));
            Scenery.Peak(c, x, horizon - 16, 3, horizon - 7, Rgb.White);
        }

        Scenery.Ground(c, horizon, 2.5, Rgb.Hex("#f3f7fb"));
        Scenery.Ground(c, horizon + 12, 2.5, Rgb.Hex("#e1eaf4"));
        Scenery.Specks(c, 16, 1, 60, 0.8, 1.4, Rgb.White);
    }

    public static void Meadow(SvgCanvas c)
    {
        Scenery.Sky(c, Rgb.Hex("#b9e5fb"));
        var horizon = c.Random.Between(28, 38);
        Scenery.Ground(c, horizon, 3, Rgb.Hex("#8fd060"));
        Scenery.Ground(c, horizon + 12, 3, Rgb.Hex("#74bd48"));
        Scenery.Specks(c, 12, horizon + 5, 63, 1, 1.5, Rgb.White, Rgb.Hex("#ffe14d"), Rgb.Hex("#ff8fb8"));
    }

    public static void Mountains(SvgCanvas c)
    {
        Scenery.Sky(c, Rgb.Hex("#cfe0ee"));
        foreach (var (x, top, grey) in new[] { (10.0, 14.0, "#8894a8"), (52.0, 12.0, "#7f8ba0"), (32.0, 8.0, "#66738a") })
        {
            var middle = x + c.Random.Between(-6, 6);
            var peak = top + c.Random.Between(-4, 4);
            Scenery.Peak(c, middle, peak, 25, 52, Rgb.Hex(grey));
            Scenery.Peak(c, middle, peak, 6.2, peak + 11, Rgb.White);
        }

        Scenery.Ground(c, c.Random.Between(47, 52), 2, Rgb.Hex("#6f9a5a"));
    }
}
