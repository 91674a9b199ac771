namespace VqganBot.Training.Toybox;

/// <summary>One object in a picture: its centre and size in pixels of 64, its tilt in degrees.</summary>
/// <remarks>Things are never mirrored: a prior that may draw a chicken either way round often gives it two heads.</remarks>
internal sealed record ToyThing(
    ToyObject Object, ToyColour Colour, double X, double Y, double Size, double Tilt);
