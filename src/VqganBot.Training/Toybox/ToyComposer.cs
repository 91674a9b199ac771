namespace VqganBot.Training.Toybox;

/// <summary>Decides what is in a picture and where it stands.</summary>
internal static class ToyComposer
{
    private static readonly ToyObject[] Objects = Enum.GetValues<ToyObject>();

    private static readonly ToyObject[] Carriers =
        [ToyObject.Wave, ToyObject.Boat, ToyObject.Boulder, ToyObject.Car, ToyObject.House, ToyObject.Mushroom, ToyObject.Cloud, ToyObject.Castle];

    public static ToyPicture Compose(ulong seed, ToyRandom random)
    {
        var scene = random.Chance(0.2) ? ToyScene.Plain : (ToyScene)random.Below(11);
        var style = random.Chance(0.6) ? ToyStyle.Plain : (ToyStyle)(1 + random.Below(4));
        var dice = random.Unit();
        return dice switch
        {
            < 0.03 => new ToyPicture(seed, scene, style, ToyRelation.None, []),
            < 0.15 => new ToyPicture(seed, scene, style, ToyRelation.None, Group(random, style)),
            < 0.55 => Pair(seed, random, scene, style),
            _ => new ToyPicture(seed, scene, style, ToyRelation.None, [Single(random, random.Pick(Objects), null, style)]),
        };
    }

    public static ToyThing Single(ToyRandom random, ToyObject thing, ToyColour? colour, ToyStyle style)
    {
        var size = random.Between(42, 56);
        var slack = (64 - size) / 2;
        var y = 32 + random.Between(-0.5 * slack, slack) + Drift(thing, slack);
        return Thing(random, thing, colour ?? Colour(random, thing, style), 32 + random.Between(-slack, slack), y, size);
    }

    private static List<ToyThing> Group(ToyRandom random, ToyStyle style)
    {
        var kind = random.Pick(Objects);
        var count = 2 + random.Below(2);
        var mixed = random.Chance(0.35);
        var shared = Colour(random, kind, style);
        var things = new List<ToyThing>();
        for (var i = 0; i < count; i++)
        {
            var colour = mixed ? Colour(random, kind, style, natural: 0.1) : shared;
            var (x, y) = count == 2 ? (18 + (28 * i), 36.0) : i == 2 ? (32.0, 18.0) : (17 + (30 * i), 45.0);
            var size = count == 2 ? random.Between(26, 33) : random.Between(24, 29);
            things.Add(Thing(random, kind, colour, x + random.Between(-2, 2), y + random.Between(-4, 4), size));
        }

        return things;
    }

    private static ToyPicture Pair(ulong seed, ToyRandom random, ToyScene scene, ToyStyle style)
    {
        var first = random.Pick(Objects);
        // Surfing is what this bot is asked for first, so it is drawn oftener than its share of all pairs would be.
        var surfs = first != ToyObject.Wave && random.Chance(0.15);
        var relation = surfs ? ToyRelation.On : (ToyRelation)(1 + random.Below(3));
        var second = surfs ? ToyObject.Wave
            : relation == ToyRelation.On && random.Chance(0.6) ? random.Pick(Carriers)
            : relation == ToyRelation.Under && random.Chance(0.3) ? random.Pick(ToyObject.Umbrella, ToyObject.Tree, ToyObject.Cloud, ToyObject.Mushroom)
            : random.Pick(Objects);
        if (second == first)
            second = (ToyObject)(((int)first + 1 + random.Below(Objects.Length - 1)) % Objects.Length);

        // A surfer stands in front of a wave that fills the picture.
        var high = surfs ? random.Between(38, 43) : random.Between(34, 39);
        var low = surfs ? random.Between(47, 54) : random.Between(41, 47);
        var shift = random.Between(-4, 4);
        var (a, b) = relation switch
        {
            ToyRelation.On => (At(32 + shift, 20, high), At(32, 43, low)),
            ToyRelation.Under => (At(32 + shift, 45, high), At(32, 21, low)),
            _ => random.Chance(0.5) ? (At(17, 36 + shift, high), At(47, 36, high)) : (At(47, 36 + shift, high), At(17, 36, high)),
        };
        return new ToyPicture(seed, scene, style, relation, [Put(first, a), Put(second, b)]);

        (double X, double Y, double Size) At(double x, double y, double size) =>
            (x + random.Between(-2, 2), y + random.Between(-2, 2), size);

        ToyThing Put(ToyObject kind, (double X, double Y, double Size) place) =>
            Thing(random, kind, Colour(random, kind, style, natural: surfs ? 0.7 : 0.45), place.X, place.Y, place.Size);
    }

    private static ToyThing Thing(ToyRandom random, ToyObject kind, ToyColour colour, double x, double y, double size)
    {
        var tilt = random.Between(-1, 1) * (kind is ToyObject.Rocket or ToyObject.Fish or ToyObject.Star ? 22 : 8);
        return new ToyThing(kind, colour, x, y, size, tilt);
    }

    /// <summary>The sky's own hang a little higher, heavy things stand a little lower.</summary>
    private static double Drift(ToyObject thing, double slack) => thing switch
    {
        ToyObject.Star or ToyObject.Moon or ToyObject.Sun or ToyObject.Cloud or ToyObject.Balloon or ToyObject.Bird
            or ToyObject.Rocket or ToyObject.Heart => -0.7 * slack,
        _ => 0.1 * slack,
    };

    private static ToyColour Colour(ToyRandom random, ToyObject thing, ToyStyle style, double natural = 0.25)
    {
        if (random.Chance(natural) && !(style == ToyStyle.Neon && IsDull(ToyColours.Natural(thing))))
            return ToyColours.Natural(thing);
        while (true)
        {
            var colour = random.Pick(ToyColours.All);
            // A neon tube cannot be black or brown.
            if (!(style == ToyStyle.Neon && IsDull(colour)))
                return colour;
        }
    }

    private static bool IsDull(ToyColour colour) => colour is ToyColour.Black or ToyColour.Brown;
}
