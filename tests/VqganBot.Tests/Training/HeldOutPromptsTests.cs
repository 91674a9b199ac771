using VqganBot.Training.Evaluation;
using VqganBot.Training.Judge;
using VqganBot.Training.Toybox;
using VqganBot.Training.Toybox.Captions;
using Xunit;

namespace VqganBot.Tests.Training;

public sealed class HeldOutPromptsTests
{
    private readonly IReadOnlyList<EvaluationPrompt> _prompts = HeldOutPrompts.Make(120, 24, 9_100_000);

    [Fact]
    public void Make_EveryPrompt_AsksForACombinationNeverDrawnInTraining()
    {
        Assert.All(_prompts, prompt => Assert.True(HeldOut.Touches(prompt.Wanted), prompt.Text));
        Assert.True(_prompts.Select(prompt => prompt.Text).Distinct().Count() > 0.95 * _prompts.Count);
    }

    [Fact]
    public void Make_SixtyPrompts_CoverEveryObjectTwiceAndEveryStyle()
    {
        var single = HeldOutPrompts.Make(60, 0, 1);

        Assert.All(single.CountBy(prompt => prompt.Wanted.Main!.Object), count => Assert.InRange(count.Value, 2, 3));
        Assert.Equal(28, single.DistinctBy(prompt => prompt.Wanted.Main!.Object).Count());
        Assert.Equal(5, single.DistinctBy(prompt => prompt.Wanted.Style).Count());
        Assert.InRange(single.Count(prompt => HeldOut.Is(prompt.Wanted.Main!.Object, prompt.Wanted.Scene)), 20, 40);
    }

    [Fact]
    public void Make_WhatIsNamed_IsInTheWordsAndInThePicture()
    {
        foreach (var prompt in _prompts)
        {
            var main = prompt.Wanted.Main!;
            var truth = JudgeLabels.Of(prompt.Wanted);
            Assert.All(prompt.Named.Zip(truth), pair => Assert.True(pair.First == JudgeLabels.Unlabelled || pair.First == pair.Second, prompt.Text));
            Assert.Contains(Vocabulary.Words(main.Colour)[0], prompt.Text, StringComparison.Ordinal);
            Assert.Contains(Vocabulary.Nouns(main.Object)[0].One[..3], prompt.Text, StringComparison.Ordinal);
            Assert.Equal(prompt.Named[2] == JudgeLabels.Unlabelled || prompt.Text.Contains(Vocabulary.Places(prompt.Wanted.Scene)[0], StringComparison.Ordinal), true);
        }
    }

    [Fact]
    public void Make_PromptsForSeveral_AreAskedForTheirNumberOnly()
    {
        var counted = _prompts.Skip(120).ToArray();

        Assert.All(counted, prompt => Assert.All(prompt.Named.Take(4), label => Assert.Equal(JudgeLabels.Unlabelled, label)));
        Assert.Equal([1, 2], counted.Select(prompt => prompt.Named[4]).Distinct().Order());
    }

    [Fact]
    public void Of_PairOrBareScene_AsksForSceneAndStyleOnly()
    {
        var pictures = Enumerable.Range(0, 500).Select(seed => ToyWorld.Draw((ulong)seed)).Where(picture => picture.IsPair || picture.Things.Count == 0);

        Assert.All(pictures, picture => Assert.Equal(
            [JudgeLabels.Unlabelled, JudgeLabels.Unlabelled, (int)picture.Scene, (int)picture.Style, JudgeLabels.Unlabelled], JudgeLabels.Of(picture)));
    }
}
