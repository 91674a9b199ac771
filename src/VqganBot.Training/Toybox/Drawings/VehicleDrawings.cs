namespace VqganBot.Training.Toybox.Drawings;

internal static class VehicleDrawings
{
    public static void Boat(SvgCanvas c, ThingPaint p)
    {
        c.Line("M0,14 L0,-48", Inks.Wood.Darker(0.2), 5);
        c.Path("M5,-46 C26,-30 36,-12 38,6 L5,6 Z", p.Light);
        c.Path("M-5,-38 C-20,-26 -28,-10 -30,6 L-5,6 Z", p.Light);
        c.Path("M-48,14 L48,14 C44,30 36,40 28,44 L-28,44 C-36,40 -44,30 -48,14 Z", p.Main);
        c.Line("M-42,24 L42,24", p.Dark, 4);
    }

    public static void Car(SvgCanvas c, ThingPaint p)
    {
        c.Path("M-28,0 C-24,-22 -18,-28 -8,-28 L12,-28 C22,-28 28,-20 34,0 Z", p.Main);
        c.Patch("M-21,-2 C-18,-16 -15,-21 -8,-21 L-1,-21 L-1,-2 Z M5,-21 L11,-21 C18,-21 22,-14 26,-2 L5,-2 Z", Inks.Glass);
        c.Path("M-48,22 C-50,4 -44,0 -30,-2 L34,-2 C46,0 50,6 49,22 Z", p.Main);
        c.Dot(45, 8, 4.5, Inks.Flame);
        c.Dot(-46, 8, 3.6, Inks.Scarlet);
        c.Circle(-25, 22, 13, Rgb.Black);
        c.Circle(25, 22, 13, Rgb.Black);
        c.Dot(-25, 22, 5.5, Rgb.Hex("#c8ccd0"));
        c.Dot(25, 22, 5.5, Rgb.Hex("#c8ccd0"));
    }
}
