namespace VqganBot.Training.Toybox.Drawings;

/// <summary>Each drawing fills the square from -50 to 50, y downwards; the canvas puts it in its place.</summary>
internal static class ObjectDrawings
{
    public static void Draw(SvgCanvas canvas, ToyThing thing)
    {
        var paint = ThingPaint.Of(thing.Colour, canvas.Random);
        canvas.Place(thing, () => For(thing.Object)(canvas, paint));
    }

    private static Action<SvgCanvas, ThingPaint> For(ToyObject thing) => thing switch
    {
        ToyObject.Chicken => AnimalDrawings.Chicken,
        ToyObject.Cat => AnimalDrawings.Cat,
        ToyObject.Dog => AnimalDrawings.Dog,
        ToyObject.Fish => AnimalDrawings.Fish,
        ToyObject.Bird => AnimalDrawings.Bird,
        ToyObject.Wave => NatureDrawings.Wave,
        ToyObject.Mushroom => NatureDrawings.Mushroom,
        ToyObject.Boulder => NatureDrawings.Boulder,
        ToyObject.Tree => NatureDrawings.Tree,
        ToyObject.Flower => NatureDrawings.Flower,
        ToyObject.Cloud => NatureDrawings.Cloud,
        ToyObject.Mountain => NatureDrawings.Mountain,
        ToyObject.Cactus => NatureDrawings.Cactus,
        ToyObject.Apple => NatureDrawings.Apple,
        ToyObject.Star => SkyDrawings.Star,
        ToyObject.Moon => SkyDrawings.Moon,
        ToyObject.Sun => SkyDrawings.Sun,
        ToyObject.Heart => SkyDrawings.Heart,
        ToyObject.Balloon => SkyDrawings.Balloon,
        ToyObject.Rocket => SkyDrawings.Rocket,
        ToyObject.Toaster => ThingDrawings.Toaster,
        ToyObject.Robot => ThingDrawings.Robot,
        ToyObject.Snowman => ThingDrawings.Snowman,
        ToyObject.Umbrella => ThingDrawings.Umbrella,
        ToyObject.Boat => VehicleDrawings.Boat,
        ToyObject.Car => VehicleDrawings.Car,
        ToyObject.House => BuildingDrawings.House,
        ToyObject.Castle => BuildingDrawings.Castle,
        _ => throw new ArgumentOutOfRangeException(nameof(thing), thing, "No drawing is known for this object."),
    };
}
