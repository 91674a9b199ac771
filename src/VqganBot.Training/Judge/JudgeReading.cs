using VqganBot.Training.Toybox;

namespace VqganBot.Training.Judge;

/// <summary>What the judge takes a picture for.</summary>
internal sealed record JudgeReading(ToyObject Object, ToyColour Colour, ToyScene Scene, ToyStyle Style, int Count)
{
    /// <summary>Its answers as <see cref="JudgeLabels.Of"/> numbers them.</summary>
    public int[] Answers => [(int)Object, (int)Colour, (int)Scene, (int)Style, Count - 1];
}
