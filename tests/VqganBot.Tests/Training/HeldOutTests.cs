using VqganBot.Training.Evaluation;
using VqganBot.Training.Toybox;
using Xunit;

namespace VqganBot.Tests.Training;

public sealed class HeldOutTests
{
    private static readonly ToyObject[] Objects = Enum.GetValues<ToyObject>();

    [Fact]
    public void Is_ColourPairs_WithholdsOneInEight()
    {
        var withheld = Objects.Sum(thing => ToyColours.All.Count(colour => HeldOut.Is(thing, colour)));

        Assert.Equal(Objects.Length * ToyColours.All.Count / 8, withheld);
    }

    [Fact]
    public void Is_ScenePairs_WithholdsOneInNine()
    {
        var scenes = Enum.GetValues<ToyScene>();
        var withheld = Objects.Sum(thing => scenes.Count(scene => HeldOut.Is(thing, scene)));

        Assert.InRange(withheld, 36, 39);
        Assert.All(Objects, thing => Assert.False(HeldOut.Is(thing, ToyScene.Plain)));
    }

    [Fact]
    public void Is_EveryObject_KeepsItsNaturalColourAndLosesAnother()
    {
        Assert.All(Objects, thing =>
        {
            Assert.False(HeldOut.Is(thing, ToyColours.Natural(thing)));
            Assert.Contains(ToyColours.All, colour => HeldOut.Is(thing, colour));
        });
    }

    [Fact]
    public void Withheld_EvaluationPictures_AllShowAHeldOutCombination()
    {
        var pictures = HeldOutPictures.Withheld(200, 1);

        Assert.All(pictures, picture => Assert.True(HeldOut.Touches(picture)));
        Assert.All(HeldOutPictures.Known(200, 1), picture => Assert.False(HeldOut.Touches(picture)));
        Assert.True(pictures.Select(picture => picture.Main!.Object).Distinct().Count() > 20);
    }
}
