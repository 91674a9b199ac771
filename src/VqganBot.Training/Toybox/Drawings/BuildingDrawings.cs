namespace VqganBot.Training.Toybox.Drawings;

internal static class BuildingDrawings
{
    public static void House(SvgCanvas c, ThingPaint p)
    {
        c.Box(18, -44, 11, 24, p.Dark);
        c.Box(-36, -8, 72, 54, p.Main);
        c.Polygon("-50,-6 0,-50 50,-6", p.Dark.Darker(0.15));
        c.Box(-9, 16, 19, 30, Inks.Wood);
        c.Box(-29, 4, 15, 15, Inks.Glass);
        c.Box(15, 4, 15, 15, Inks.Glass);
        c.Dot(0, -22, 6, Inks.Glass);
    }

    public static void Castle(SvgCanvas c, ThingPaint p)
    {
        c.Line("M-35,-30 L-35,-52 M35,-30 L35,-52", Inks.Wood.Darker(0.3), 4);
        c.Polygon("-34,-52 -18,-47 -34,-42", Inks.Scarlet);
        c.Polygon("36,-52 52,-47 36,-42", Inks.Scarlet);
        c.Polygon("-22,46 -22,-14 -14,-14 -14,-6 -5,-6 -5,-14 5,-14 5,-6 14,-6 14,-14 22,-14 22,46", p.Main);
        c.Polygon("-48,46 -48,-34 -41,-34 -41,-26 -36,-26 -36,-34 -30,-34 -30,-26 -25,-26 -25,-34 -19,-34 -19,46", p.Main);
        c.Polygon("48,46 48,-34 41,-34 41,-26 36,-26 36,-34 30,-34 30,-26 25,-26 25,-34 19,-34 19,46", p.Main);
        c.Path("M-11,46 L-11,26 C-11,12 11,12 11,26 L11,46 Z", Rgb.Black);
        c.Pane(-37, -8, 7, 14, Rgb.Black);
        c.Pane(30, -8, 7, 14, Rgb.Black);
    }
}
