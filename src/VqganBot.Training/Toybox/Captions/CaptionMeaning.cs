namespace VqganBot.Training.Toybox.Captions;

/// <summary>
/// What a caption claims; null means that it does not say. "A cat" is true of every picture with a cat, and the
/// contrastive loss must not push those apart.
/// </summary>
internal sealed record CaptionMeaning(
    ToyObject? Subject = null,
    ToyColour? Colour = null,
    int Count = 0,
    bool Colourful = false,
    ToyRelation Relation = ToyRelation.None,
    ToyObject? Second = null,
    ToyColour? SecondColour = null,
    ToyScene? Scene = null,
    ToyStyle? Style = null)
{
    /// <summary>For a caption that says "cats" without a number.</summary>
    public const int Several = -1;

    public bool Holds(ToyPicture picture)
    {
        if ((Scene is { } scene && scene != picture.Scene) || (Style is { } style && style != picture.Style))
            return false;
        if (Subject is null)
            return true;
        if (Relation != ToyRelation.None)
            return HoldsPair(picture);
        if (Count > 1 && (picture.IsPair || picture.Things.Count != Count))
            return false;
        if (Count == Several && (picture.IsPair || picture.Things.Count < 2))
            return false;
        if (Colourful && !picture.IsColourful)
            return false;
        // "A cat" is not false where there are two, and a number speaks of all of them.
        return Count is > 1 or Several
            ? picture.Things.All(thing => Matches(thing, Subject, Colour))
            : picture.Things.Any(thing => Matches(thing, Subject, Colour)) && (Second is null || picture.Things.Any(thing => Matches(thing, Second, SecondColour)));
    }

    private bool HoldsPair(ToyPicture picture)
    {
        if (!picture.IsPair)
            return false;
        var (first, second) = (picture.Things[0], picture.Things[1]);
        if (picture.Relation == Relation && Matches(first, Subject, Colour) && Matches(second, Second, SecondColour))
            return true;
        var swapped = Relation switch
        {
            ToyRelation.On => ToyRelation.Under,
            ToyRelation.Under => ToyRelation.On,
            _ => Relation,
        };
        return picture.Relation == swapped && Matches(second, Subject, Colour) && Matches(first, Second, SecondColour);
    }

    private static bool Matches(ToyThing thing, ToyObject? kind, ToyColour? colour) =>
        thing.Object == kind && (colour is null || thing.Colour == colour);
}
