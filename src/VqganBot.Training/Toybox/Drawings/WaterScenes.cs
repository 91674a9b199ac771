namespace VqganBot.Training.Toybox.Drawings;

internal static class WaterScenes
{
    public static void Sea(SvgCanvas c)
    {
        Scenery.Sky(c, Rgb.Hex("#bfe6fa"));
        var horizon = c.Random.Between(24, 34);
        Scenery.Ground(c, horizon, 0.6, Rgb.Hex("#2a8fc9"));
        Scenery.Ground(c, horizon + 14, 1.2, Rgb.Hex("#1c74b0"));
        for (var y = horizon + 5; y < 64; y += 8)
            Scenery.Ripples(c, y, Rgb.Hex("#d9f2fb"));
    }

    public static void Beach(SvgCanvas c)
    {
        Scenery.Sky(c, Rgb.Hex("#a5def7"));
        var horizon = c.Random.Between(20, 26);
        Scenery.Ground(c, horizon, 0.4, Rgb.Hex("#2fb3c4"));
        var shore = horizon + c.Random.Between(11, 15);
        Scenery.Ground(c, shore, 2.5, Rgb.Hex("#f3fbf6"));
        Scenery.Ground(c, shore + 3, 2.5, Rgb.Hex("#f2d695"));
        Scenery.Specks(c, 7, shore + 8, 63, 0.5, 0.9, Rgb.Hex("#c79f58"));
    }
}
