namespace VqganBot.Training.Toybox.Drawings;

/// <summary>The tones of one object's colour.</summary>
internal readonly record struct ThingPaint(Rgb Main, Rgb Dark, Rgb Light)
{
    /// <summary>In the order of the colours' labels.</summary>
    private static readonly Rgb[] Palette =
    [
        Rgb.Hex("#d92b2b"),
        Rgb.Hex("#f5821f"),
        Rgb.Hex("#f7d22d"),
        Rgb.Hex("#2f9e44"),
        Rgb.Hex("#2563dc"),
        Rgb.Hex("#7d3cb8"),
        Rgb.Hex("#f58fbc"),
        Rgb.Hex("#7d4e28"),
        Rgb.Hex("#2a2a30"),
        Rgb.Hex("#f6f6f2"),
    ];

    public static ThingPaint Of(ToyColour colour, ToyRandom random)
    {
        var pure = Palette[(int)colour];
        var shade = random.Between(-0.12, 0.12);
        var main = shade < 0 ? pure.Darker(-shade) : pure.Lighter(shade);
        // A black thing needs visible parts, a white one visible shadows.
        var dark = main.Brightness < 0.22 ? main.Lighter(0.22) : main.Darker(0.24);
        return new ThingPaint(main, dark, main.Lighter(main.Brightness < 0.22 ? 0.35 : 0.5));
    }
}
