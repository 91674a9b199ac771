namespace VqganBot.Training.Toybox.Drawings;

internal static class AnimalDrawings
{
    public static void Chicken(SvgCanvas c, ThingPaint p)
    {
        c.Line("M-8,28 L-10,46 M10,28 L12,46 M-16,47 L-6,47 M6,47 L18,47", Inks.Beak.Darker(0.15), 5);
        c.Path("M13,-34 C8,-48 18,-52 21,-42 C22,-54 33,-52 31,-42 C38,-48 44,-40 36,-32 Z", Inks.Scarlet);
        c.Path("M-40,4 C-52,-24 -40,-38 -28,-18 C-20,-6 -4,-4 6,-20 C8,-38 18,-42 27,-38 C36,-34 38,-24 35,-14 C36,14 22,34 -2,34 C-24,34 -36,20 -40,4 Z", p.Main);
        c.Path("M-24,4 C-14,-8 6,-4 12,8 C6,22 -16,22 -24,4 Z", p.Dark);
        c.Polygon("35,-28 50,-21 34,-15", Inks.Beak);
        c.Ellipse(32, -9, 5, 8, Inks.Scarlet);
        c.Dot(25, -26, 6, Rgb.White);
        c.Dot(26, -26, 3.6, Rgb.Black);
    }

    public static void Cat(SvgCanvas c, ThingPaint p)
    {
        c.Tube("M20,38 C48,40 48,14 38,6", p.Main, 10);
        c.Ellipse(0, 24, 26, 24, p.Main);
        c.Ellipse(0, 30, 13, 16, p.Light);
        c.Polygon("-27,-10 -28,-48 -4,-32", p.Main);
        c.Polygon("27,-10 28,-48 4,-32", p.Main);
        c.Patch("M-23,-26 L-24,-40 L-13,-33 Z M23,-26 L24,-40 L13,-33 Z", Rgb.Hex("#f5a3b5"));
        c.Ellipse(0, -14, 29, 24, p.Main);
        c.Ellipse(-11, -17, 6, 7, Rgb.Hex("#d8f26a"));
        c.Ellipse(11, -17, 6, 7, Rgb.Hex("#d8f26a"));
        c.Dot(-11, -17, 3.4, Rgb.Black);
        c.Dot(11, -17, 3.4, Rgb.Black);
        c.Patch("M-5,-7 L5,-7 L0,-1 Z", Rgb.Hex("#f0708a"));
        c.Line("M-14,-4 L-38,-9 M-14,0 L-37,4 M14,-4 L38,-9 M14,0 L37,4", Inks.Outline(p.Main), 2);
    }

    public static void Dog(SvgCanvas c, ThingPaint p)
    {
        c.Tube("M-34,4 C-46,-6 -44,-20 -40,-26", p.Main, 8);
        c.Box(-34, 16, 11, 30, p.Dark, 4);
        c.Box(6, 16, 11, 30, p.Dark, 4);
        c.Path("M-40,6 C-40,-8 -26,-10 -10,-8 L14,-10 C24,-6 24,18 18,26 L-30,26 C-38,24 -40,16 -40,6 Z", p.Main);
        c.Box(-22, 18, 11, 29, p.Main, 4);
        c.Box(-6, 18, 11, 29, p.Main, 4);
        c.Ellipse(36, -14, 14, 10, p.Light);
        c.Circle(18, -22, 21, p.Main);
        c.Ellipse(36, -15, 12, 9, p.Light);
        c.Ellipse(47, -19, 5, 4.5, Rgb.Black);
        c.Ellipse(4, -17, 9, 19, p.Dark, 14);
        c.Dot(24, -27, 5.5, Rgb.White);
        c.Dot(25, -27, 3.6, Rgb.Black);
        c.Line("M8,0 L24,2", Inks.Scarlet, 5);
    }

    public static void Fish(SvgCanvas c, ThingPaint p)
    {
        c.Path("M20,0 L50,-26 C42,-8 42,8 50,26 Z", p.Dark);
        c.Path("M-16,-18 C-6,-42 18,-36 22,-14 Z", p.Dark);
        c.Path("M-6,18 C0,36 16,36 18,14 Z", p.Dark);
        c.Path("M-48,2 C-36,-30 10,-34 32,0 C10,34 -36,30 -48,2 Z", p.Main);
        c.Path("M-4,-25 C6,-12 6,12 -4,25 L6,24 C14,12 14,-12 6,-23 Z", p.Light);
        c.Path("M-14,4 C-6,0 2,4 0,14 C-8,16 -14,12 -14,4 Z", p.Dark);
        c.Dot(-28, -7, 7.5, Rgb.White);
        c.Dot(-29, -7, 4.2, Rgb.Black);
    }

    public static void Bird(SvgCanvas c, ThingPaint p)
    {
        c.Polygon("-22,8 -50,-4 -48,10 -52,20", p.Dark);
        c.Path("M-4,0 C-2,-26 -14,-44 -34,-48 C-34,-22 -26,-2 -10,8 Z", p.Dark);
        c.Path("M-30,10 C-22,-8 4,-10 16,-14 C20,-28 42,-26 42,-8 C42,20 16,32 -6,28 C-20,26 -28,20 -30,10 Z", p.Main);
        c.Ellipse(14, 16, 14, 9, p.Light, -20);
        c.Path("M-14,4 C-4,-28 10,-44 28,-50 C30,-26 22,-2 10,10 Z", p.Dark);
        c.Polygon("40,-12 52,-6 40,0", Inks.Beak);
        c.Dot(31, -12, 5, Rgb.White);
        c.Dot(32, -12, 3.2, Rgb.Black);
    }
}
