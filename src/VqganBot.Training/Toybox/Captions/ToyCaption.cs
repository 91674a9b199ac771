namespace VqganBot.Training.Toybox.Captions;

internal sealed record ToyCaption(string Text, CaptionMeaning Meaning);
