namespace VqganBot.Training.Toybox;

internal enum ToyStyle
{
    Plain,
    PixelArt,
    Watercolour,
    Sketch,
    Neon,
}
