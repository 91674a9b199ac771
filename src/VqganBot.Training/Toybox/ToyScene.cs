namespace VqganBot.Training.Toybox;

internal enum ToyScene
{
    Sea,
    Forest,
    City,
    Desert,
    Night,
    Rave,
    Snow,
    Meadow,
    Beach,
    Mountains,
    Space,
    Plain,
}
