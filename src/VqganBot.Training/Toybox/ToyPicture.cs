namespace VqganBot.Training.Toybox;

/// <summary>Everything that a picture shows; the seed decides the rest of its jitter.</summary>
internal sealed record ToyPicture(
    ulong Seed, ToyScene Scene, ToyStyle Style, ToyRelation Relation, IReadOnlyList<ToyThing> Things)
{
    public ToyThing? Main => Things.Count == 0 ? null : Things[0];

    /// <summary>A pair is two different objects in a relation; otherwise all things are the same object.</summary>
    public bool IsPair => Relation != ToyRelation.None;

    public int Count => IsPair ? 1 : Things.Count;

    public bool IsColourful => !IsPair && Things.Count > 1 && Things.Any(thing => thing.Colour != Things[0].Colour);
}
