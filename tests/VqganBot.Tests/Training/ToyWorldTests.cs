using VqganBot.Training.Toybox;
using Xunit;

namespace VqganBot.Tests.Training;

public sealed class ToyWorldTests
{
    [Fact]
    public void Svg_SameSeed_IsTheSameText()
    {
        for (var seed = 0ul; seed < 50; seed++)
            Assert.Equal(ToyWorld.Svg(ToyWorld.Draw(seed)), ToyWorld.Svg(ToyWorld.Draw(seed)));
    }

    [Fact]
    public void Svg_OtherSeed_IsAnotherPicture()
    {
        var drawings = Enumerable.Range(0, 300).Select(seed => ToyWorld.Svg(ToyWorld.Draw((ulong)seed))).ToHashSet();

        Assert.Equal(300, drawings.Count);
    }

    [Fact]
    public void Draw_ManySeeds_ShowsEveryObjectColourSceneStyleAndRelation()
    {
        var pictures = Enumerable.Range(0, 5000).Select(seed => ToyWorld.Draw((ulong)seed)).ToArray();

        Assert.Equal(Enum.GetValues<ToyObject>(), pictures.SelectMany(p => p.Things).Select(t => t.Object).Distinct().Order());
        Assert.Equal(Enum.GetValues<ToyColour>(), pictures.SelectMany(p => p.Things).Select(t => t.Colour).Distinct().Order());
        Assert.Equal(Enum.GetValues<ToyScene>(), pictures.Select(p => p.Scene).Distinct().Order());
        Assert.Equal(Enum.GetValues<ToyStyle>(), pictures.Select(p => p.Style).Distinct().Order());
        Assert.Equal(Enum.GetValues<ToyRelation>(), pictures.Select(p => p.Relation).Distinct().Order());
        Assert.Equal([0, 1, 2, 3], pictures.Select(p => p.Things.Count).Distinct().Order());
    }

    [Fact]
    public void Draw_TrainingSeeds_NeverShowsAHeldOutCombination()
    {
        for (var seed = 0ul; seed < 20_000; seed++)
            Assert.False(HeldOut.Touches(ToyWorld.Draw(seed)), $"Seed {seed} shows a held-out combination.");
    }

    [Fact]
    public void Draw_NeonPictures_HaveNoBlackOrBrownTube()
    {
        var colours = Enumerable.Range(0, 5000).Select(seed => ToyWorld.Draw((ulong)seed))
            .Where(picture => picture.Style == ToyStyle.Neon)
            .SelectMany(picture => picture.Things)
            .Select(thing => thing.Colour);

        Assert.DoesNotContain(colours, colour => colour is ToyColour.Black or ToyColour.Brown);
    }
}
