namespace VqganBot.Training.Toybox;

internal enum ToyColour
{
    Red,
    Orange,
    Yellow,
    Green,
    Blue,
    Purple,
    Pink,
    Brown,
    Black,
    White,
}
