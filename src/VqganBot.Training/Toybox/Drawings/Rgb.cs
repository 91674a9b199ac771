namespace VqganBot.Training.Toybox.Drawings;

/// <summary>A colour as three numbers from 0 to 1.</summary>
internal readonly record struct Rgb(double R, double G, double B)
{
    public static readonly Rgb White = Hex("#f8f8f4");
    public static readonly Rgb Black = Hex("#1c1c22");

    public static Rgb Hex(string hex)
    {
        var value = Convert.ToInt32(hex[1..], 16);
        return new Rgb(((value >> 16) & 255) / 255.0, ((value >> 8) & 255) / 255.0, (value & 255) / 255.0);
    }

    public double Brightness => (0.3 * R) + (0.59 * G) + (0.11 * B);

    public Rgb Mix(Rgb other, double share) => new(
        R + ((other.R - R) * share), G + ((other.G - G) * share), B + ((other.B - B) * share));

    public Rgb Darker(double share = 0.45) => Mix(default, share);

    public Rgb Lighter(double share = 0.45) => Mix(new Rgb(1, 1, 1), share);

    /// <summary>The same hue at full glow, as a neon tube would show it.</summary>
    public Rgb Glowing()
    {
        var strongest = Math.Max(0.05, Math.Max(R, Math.Max(G, B)));
        return new Rgb(R / strongest, G / strongest, B / strongest);
    }

    public override string ToString() =>
        $"#{Byte(R):x2}{Byte(G):x2}{Byte(B):x2}";

    private static int Byte(double value) => (int)Math.Round(Math.Clamp(value, 0, 1) * 255);
}
