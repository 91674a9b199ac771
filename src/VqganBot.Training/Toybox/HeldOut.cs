namespace VqganBot.Training.Toybox;

/// <summary>
/// Combinations that no training picture shows: 35 of the 280 (object, colour) pairs, one in eight, and 38 of the
/// 336 (object, scene) pairs, about one in nine. Prompts made of them ask for what was never seen together.
/// </summary>
internal static class HeldOut
{
    public static bool Is(ToyObject thing, ToyColour colour)
    {
        var o = (int)thing;
        // Counted from the natural colour, which itself is never withheld: a world without green trees helps nobody.
        var step = ((int)colour - (int)ToyColours.Natural(thing) + 10) % 10;
        return step == 1 + (o * 3 % 8) || (o % 4 == 0 && step == 1 + (((o * 3) + 5) % 8));
    }

    public static bool Is(ToyObject thing, ToyScene scene)
    {
        if (scene == ToyScene.Plain)
            return false;
        var o = (int)thing;
        return (int)scene == ((o * 5) + 2) % 11 || (o % 3 == 0 && (int)scene == ((o * 5) + 6) % 11);
    }

    public static bool Touches(ToyPicture picture) =>
        picture.Things.Any(thing => Is(thing.Object, thing.Colour) || Is(thing.Object, picture.Scene));
}
