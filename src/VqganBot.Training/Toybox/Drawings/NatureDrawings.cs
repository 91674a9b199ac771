namespace VqganBot.Training.Toybox.Drawings;

internal static class NatureDrawings
{
    public static void Wave(SvgCanvas c, ThingPaint p)
    {
        c.Path("M-50,44 L-50,26 C-36,22 -34,-8 -14,-28 C4,-46 36,-42 46,-18 C48,-10 46,-2 40,2 C38,-10 26,-16 16,-8 C4,4 18,26 50,28 L50,44 Z", p.Main);
        c.Path("M-36,42 C-24,30 -22,-2 -4,-18 C-8,6 4,34 30,42 Z", p.Light);
        c.Blob(Rgb.White, (-20, -28, 8), (-8, -36, 9), (8, -41, 9), (24, -38, 9), (38, -28, 9), (45, -14, 8), (41, 0, 7));
        c.Line("M-46,36 C-40,30 -34,36 -28,34 M20,36 C28,32 36,38 46,34", Rgb.White, 4);
    }

    public static void Mushroom(SvgCanvas c, ThingPaint p)
    {
        c.Path("M-15,2 C-13,20 -20,38 -22,46 L22,46 C20,38 13,20 15,2 Z", Inks.Cream);
        c.Path("M-48,6 C-50,-56 50,-56 48,6 C30,14 -30,14 -48,6 Z", p.Main);
        var spot = p.Main.Brightness > 0.85 ? Inks.Scarlet : Rgb.White;
        c.Dot(-25, -12, 9, spot);
        c.Dot(3, -27, 9, spot);
        c.Dot(28, -8, 8, spot);
        c.Dot(0, -2, 6, spot);
    }

    public static void Boulder(SvgCanvas c, ThingPaint p)
    {
        c.Polygon("-46,38 -50,10 -34,-20 -8,-36 22,-30 44,-6 50,38", p.Main);
        c.Patch("M-34,-20 L-8,-36 L22,-30 L4,-10 L-22,-6 Z", p.Light);
        c.Patch("M4,-10 L22,-30 L44,-6 L50,38 L20,38 Z", p.Dark);
        c.Line("M-22,-6 L-28,14 L-20,24 M4,-10 L12,10 M12,10 L20,38", Inks.Outline(p.Main), 2.5);
    }

    public static void Tree(SvgCanvas c, ThingPaint p)
    {
        c.Path("M-9,48 L-7,8 L7,8 L9,48 Z", Inks.Wood);
        var lean = c.Random.Between(-4, 4);
        c.Blob(p.Main, (-22, 0, 21), (22, 0, 21), (lean, -24, 24), (0, 4, 20));
        c.Dot(-10 + lean, -28, 7, p.Light);
        c.Dot(-26, -4, 5, p.Light);
        c.Dot(18, 6, 8, p.Dark);
        c.Dot(14, -12, 5, p.Dark);
    }

    public static void Flower(SvgCanvas c, ThingPaint p)
    {
        c.Line("M0,0 C4,20 -4,34 0,50", Inks.Leaf.Darker(0.25), 6);
        c.Path("M0,38 C8,20 26,20 32,22 C28,36 14,42 0,38 Z", Inks.Leaf);
        c.Path("M0,44 C-8,28 -26,28 -32,30 C-28,42 -14,48 0,44 Z", Inks.Leaf);
        var petals = 5 + c.Random.Below(3);
        for (var i = 0; i < petals; i++)
        {
            var angle = (i * 2 * Math.PI / petals) - 1.5;
            c.Circle(23 * Math.Cos(angle), -15 + (23 * Math.Sin(angle)), 14.5, p.Main);
        }

        c.Circle(0, -15, 12, p.Main.Brightness is > 0.6 and < 0.85 && p.Main.B < 0.4 ? Inks.Wood : Inks.Flame);
    }

    public static void Cloud(SvgCanvas c, ThingPaint p)
    {
        c.Blob(p.Main, (-30, 8, 18), (30, 8, 18), (-12, -8, 22), (14, -4, 22), (0, 10, 18));
        c.Patch("M-42,18 C-20,30 20,30 42,18 C30,24 -30,24 -42,18 Z", p.Dark);
        c.Dot(-14, -12, 8, p.Light);
    }

    public static void Mountain(SvgCanvas c, ThingPaint p)
    {
        c.Polygon("6,44 32,-10 52,44", p.Dark);
        c.Polygon("-52,44 -6,-46 36,44", p.Main);
        c.Patch("M-6,-46 L36,44 L8,44 L2,4 L-2,-14 Z", p.Dark);
        c.Polygon("-6,-46 -22,-15 -13,-20 -7,-10 0,-20 8,-15", Rgb.White);
    }

    public static void Cactus(SvgCanvas c, ThingPaint p)
    {
        c.Tube("M-2,16 L-32,16 L-32,-12", p.Main, 15);
        c.Tube("M2,4 L32,4 L32,-24", p.Main, 15);
        c.Box(-14, -46, 28, 94, p.Main, 14);
        c.Line("M-5,-36 L-5,44 M5,-36 L5,44 M-32,-10 L-32,14 M32,-22 L32,2", p.Light, 2.5);
        c.Dot(0, -46, 8, Rgb.Hex("#ff6fa5"));
    }

    public static void Apple(SvgCanvas c, ThingPaint p)
    {
        c.Line("M0,-22 C0,-34 4,-42 10,-48", Inks.Wood.Darker(0.3), 6);
        c.Path("M6,-34 C14,-50 32,-50 40,-44 C34,-30 18,-26 6,-34 Z", Inks.Leaf);
        c.Path("M0,-22 C-18,-36 -46,-28 -44,4 C-42,32 -20,48 -8,46 C-2,44 2,44 8,46 C20,48 42,32 44,4 C46,-28 18,-36 0,-22 Z", p.Main);
        c.Ellipse(-24, -6, 7, 12, p.Light, 20);
    }
}
