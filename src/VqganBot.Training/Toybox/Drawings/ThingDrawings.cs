namespace VqganBot.Training.Toybox.Drawings;

internal static class ThingDrawings
{
    public static void Toaster(SvgCanvas c, ThingPaint p)
    {
        c.Path("M-30,-8 L-30,-36 C-34,-48 0,-48 -4,-36 L-4,-8 Z", Inks.Toast);
        c.Path("M4,-8 L4,-36 C0,-48 34,-48 30,-36 L30,-8 Z", Inks.Toast);
        c.Box(-32, 36, 12, 9, Rgb.Black, 2);
        c.Box(20, 36, 12, 9, Rgb.Black, 2);
        c.Box(38, 0, 12, 9, Rgb.Black, 2);
        c.Path("M-42,38 L-42,4 C-42,-8 -36,-14 -26,-14 L26,-14 C36,-14 42,-8 42,4 L42,38 Z", p.Main);
        c.Pane(-34, -12, 68, 6, p.Dark.Darker(0.3));
        c.Patch("M-34,4 L34,4 L34,10 L-34,10 Z", p.Light);
        c.Circle(-22, 24, 8, p.Light);
        c.Line("M-22,24 L-22,18 M0,20 L30,20 M0,28 L30,28", Inks.Outline(p.Main), 3);
    }

    public static void Robot(SvgCanvas c, ThingPaint p)
    {
        c.Line("M0,-40 L0,-48", Inks.Pencil, 5);
        c.Circle(0, -48, 5, Inks.Scarlet);
        c.Box(-46, -4, 14, 32, p.Dark, 5);
        c.Box(32, -4, 14, 32, p.Dark, 5);
        c.Box(-22, 26, 16, 22, p.Dark, 2);
        c.Box(6, 26, 16, 22, p.Dark, 2);
        c.Box(-30, -8, 60, 38, p.Main, 5);
        c.Box(-27, -42, 54, 33, p.Main, 6);
        c.Dot(-13, -28, 8.5, Rgb.Hex("#fff6b0"));
        c.Dot(13, -28, 8.5, Rgb.Hex("#fff6b0"));
        c.Dot(-13, -28, 4, Rgb.Black);
        c.Dot(13, -28, 4, Rgb.Black);
        c.Pane(-14, -17, 28, 4.5, Rgb.Black);
        c.Box(-18, 0, 36, 20, p.Light, 2);
        c.Dot(-9, 10, 4.5, Inks.Scarlet);
        c.Dot(2, 10, 4.5, Inks.Flame);
        c.Dot(12, 10, 3.6, Inks.Leaf);
    }

    public static void Snowman(SvgCanvas c, ThingPaint p)
    {
        c.Line("M-18,0 L-44,-14 M18,0 L44,-14", Inks.Wood.Darker(0.3), 4.5);
        c.Circle(0, 27, 23, p.Main);
        c.Circle(0, -3, 18, p.Main);
        c.Circle(0, -25, 14.5, p.Main);
        c.Box(-19, -38, 38, 5, Rgb.Black);
        c.Box(-12, -53, 24, 16, Rgb.Black);
        c.Line("M-13,-13 L13,-13 M8,-13 L13,2", Inks.Scarlet, 6);
        c.Dot(-6, -28, 2.8, Rgb.Black);
        c.Dot(6, -28, 2.8, Rgb.Black);
        c.Polygon("0,-25 20,-20 0,-19", Inks.Beak);
        var button = p.Main.Brightness < 0.22 ? Rgb.White : Rgb.Black;
        c.Dot(0, 20, 3.2, button);
        c.Dot(0, 32, 3.2, button);
    }

    public static void Umbrella(SvgCanvas c, ThingPaint p)
    {
        c.Line("M0,-44 L0,36 C0,50 -18,50 -18,38", Inks.Wood.Darker(0.25), 6);
        c.Path("M-50,6 C-48,-32 -22,-44 0,-44 C22,-44 48,-32 50,6 C42,-4 24,-4 17,6 C10,-4 -10,-4 -17,6 C-24,-4 -42,-4 -50,6 Z", p.Main);
        c.Path("M-17,6 C-16,-22 -8,-38 0,-44 C8,-38 16,-22 17,6 C10,-4 -10,-4 -17,6 Z", p.Light);
    }
}
