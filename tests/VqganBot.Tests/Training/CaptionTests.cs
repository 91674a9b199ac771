using VqganBot.Training.Toybox;
using VqganBot.Training.Toybox.Captions;
using Xunit;

namespace VqganBot.Tests.Training;

public sealed class CaptionTests
{
    [Fact]
    public void Write_SameSeed_IsTheSameCaption()
    {
        var picture = ToyWorld.Draw(5);

        Assert.Equal(new CaptionWriter(new ToyRandom(1)).Write(picture), new CaptionWriter(new ToyRandom(1)).Write(picture));
    }

    [Fact]
    public void Write_ManyPictures_IsTrueOfItsOwnPicture()
    {
        var writer = new CaptionWriter(new ToyRandom(2));
        for (var seed = 0ul; seed < 5000; seed++)
        {
            var picture = ToyWorld.Draw(seed);
            var caption = writer.Write(picture);
            Assert.True(caption.Meaning.Holds(picture), $"'{caption.Text}' does not hold for its picture {picture}.");
        }
    }

    [Fact]
    public void Write_ManyPictures_NeverLeavesAHoleOrADoubleSpace()
    {
        var writer = new CaptionWriter(new ToyRandom(3));
        var captions = Enumerable.Range(0, 5000).Select(seed => writer.Write(ToyWorld.Draw((ulong)seed)).Text).ToArray();

        Assert.DoesNotContain(captions, caption => caption.Contains('{') || caption.Contains("  ", StringComparison.Ordinal) || caption.Trim() != caption || caption.Length < 3);
        Assert.True(captions.Distinct().Count() > 3000, "The wording should vary more.");
    }

    [Theory]
    [InlineData("chicken surf")]
    [InlineData("toaster forest")]
    [InlineData("colorful mushrooms")]
    [InlineData("the rave")]
    public void Write_EnoughPictures_FindsTheWordsPeopleUse(string wanted)
    {
        var writer = new CaptionWriter(new ToyRandom(4));
        var random = new ToyRandom(5);
        var found = Pictures(random).Take(400_000).Any(picture => writer.Write(picture).Text.Contains(wanted, StringComparison.Ordinal));

        Assert.True(found, $"No caption says '{wanted}'.");
    }

    [Fact]
    public void Holds_VagueCaption_IsTrueOfEveryPictureWithTheThing()
    {
        var red = Picture(ToyObject.Cat, ToyColour.Red, ToyScene.Snow);
        var blue = Picture(ToyObject.Cat, ToyColour.Blue, ToyScene.City);
        var cat = new CaptionMeaning(ToyObject.Cat);
        var redCat = new CaptionMeaning(ToyObject.Cat, ToyColour.Red);

        Assert.True(cat.Holds(red) && cat.Holds(blue));
        Assert.True(redCat.Holds(red));
        Assert.False(redCat.Holds(blue));
        Assert.False((cat with { Scene = ToyScene.City }).Holds(red));
        Assert.False((cat with { Count = 2 }).Holds(red));
    }

    [Fact]
    public void Holds_Relation_ReadsFromBothEnds()
    {
        var cat = new ToyThing(ToyObject.Cat, ToyColour.Red, 32, 19, 30, 0);
        var car = new ToyThing(ToyObject.Car, ToyColour.Blue, 32, 45, 34, 0);
        var picture = new ToyPicture(1, ToyScene.Plain, ToyStyle.Plain, ToyRelation.On, [cat, car]);

        Assert.True(new CaptionMeaning(ToyObject.Cat, Relation: ToyRelation.On, Second: ToyObject.Car).Holds(picture));
        Assert.True(new CaptionMeaning(ToyObject.Car, Relation: ToyRelation.Under, Second: ToyObject.Cat).Holds(picture));
        Assert.False(new CaptionMeaning(ToyObject.Car, Relation: ToyRelation.On, Second: ToyObject.Cat).Holds(picture));
    }

    private static IEnumerable<ToyPicture> Pictures(ToyRandom random)
    {
        while (true)
            yield return ToyComposer.Compose(1, random);
    }

    private static ToyPicture Picture(ToyObject thing, ToyColour colour, ToyScene scene) =>
        new(1, scene, ToyStyle.Plain, ToyRelation.None, [new ToyThing(thing, colour, 32, 32, 40, 0)]);
}
