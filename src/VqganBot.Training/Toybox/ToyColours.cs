namespace VqganBot.Training.Toybox;

internal static class ToyColours
{
    public static readonly IReadOnlyList<ToyColour> All = Enum.GetValues<ToyColour>();

    /// <summary>The colour a child would give it unasked; pictures prefer it, and captions then seldom name it.</summary>
    public static ToyColour Natural(ToyObject thing) => thing switch
    {
        ToyObject.Chicken or ToyObject.Cloud or ToyObject.Snowman or ToyObject.Boat or ToyObject.Rocket => ToyColour.White,
        ToyObject.Cat or ToyObject.Fish => ToyColour.Orange,
        ToyObject.Dog or ToyObject.Boulder or ToyObject.Mountain or ToyObject.Castle => ToyColour.Brown,
        ToyObject.Bird or ToyObject.Wave or ToyObject.Robot => ToyColour.Blue,
        ToyObject.Tree or ToyObject.Cactus => ToyColour.Green,
        ToyObject.Star or ToyObject.Moon or ToyObject.Sun => ToyColour.Yellow,
        ToyObject.Flower => ToyColour.Pink,
        ToyObject.Umbrella => ToyColour.Purple,
        ToyObject.Toaster => ToyColour.Black,
        _ => ToyColour.Red,
    };
}
