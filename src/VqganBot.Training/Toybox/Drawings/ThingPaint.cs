namespace VqganBot.Training.Toybox.Drawings;

/// <summary>The tones of one object's colour.</summary>
internal readonly record struct ThingPaint(Rgb Main, Rgb Dark, Rgb Light)
{
    public static ThingPaint Of(ToyColour colour, ToyRandom random)
    {
        var pure = ToyColours.Pure(colour);
        var shade = random.Between(-0.12, 0.12);
        var main = shade < 0 ? pure.Darker(-shade) : pure.Lighter(shade);
        // A black thing needs visible parts, a white one visible shadows.
        var dark = main.Brightness < 0.22 ? main.Lighter(0.22) : main.Darker(0.24);
        return new ThingPaint(main, dark, main.Lighter(main.Brightness < 0.22 ? 0.35 : 0.5));
    }
}
