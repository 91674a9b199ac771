namespace VqganBot.Training.Toybox.Drawings;

internal static class Inks
{
    public static readonly Rgb Pencil = Rgb.Hex("#3c3c44");
    public static readonly Rgb Beak = Rgb.Hex("#f5a020");
    public static readonly Rgb Wood = Rgb.Hex("#8a5a2e");
    public static readonly Rgb Glass = Rgb.Hex("#a8dcf5");
    public static readonly Rgb Leaf = Rgb.Hex("#4caf50");
    public static readonly Rgb Cream = Rgb.Hex("#f3e3c3");
    public static readonly Rgb Scarlet = Rgb.Hex("#e02f2f");
    public static readonly Rgb Toast = Rgb.Hex("#dfa457");
    public static readonly Rgb Flame = Rgb.Hex("#ffb020");

    /// <summary>Dark around light things, light around nearly black ones, so that both stand out at night and on snow.</summary>
    public static Rgb Outline(Rgb fill) => fill.Brightness < 0.22 ? fill.Mix(Rgb.White, 0.5) : fill.Darker(0.62);
}
