using VqganBot.Training.Judge;
using VqganBot.Training.Toybox;
using VqganBot.Training.Toybox.Captions;

namespace VqganBot.Training.Evaluation;

/// <summary>Prompts over the whole world, each asking for a combination that no training picture shows.</summary>
internal static class HeldOutPrompts
{
    private static readonly ToyObject[] Objects = Enum.GetValues<ToyObject>();

    /// <summary>Prompts for one thing, every object in turn, and after them some for two or three, which are asked for their number alone.</summary>
    public static IReadOnlyList<EvaluationPrompt> Make(int single, int counted, ulong seed) =>
    [
        .. Enumerable.Range(0, single).Select(i => Single(i, seed + (ulong)i)),
        .. HeldOutPictures.Groups(counted, seed + 500_000).Select(Counted),
    ];

    private static EvaluationPrompt Single(int number, ulong seed)
    {
        var random = ToyRandom.For(seed, 6000);
        var thing = Objects[number % Objects.Length];
        // Every fifth prompt names a style, the four in turn; the others say nothing, which the world draws plain.
        var style = number % 5 == 4 ? (ToyStyle)(1 + (number / 5 % 4)) : ToyStyle.Plain;
        // In turn a colour or a scene is new to the object, the other way round when the object comes again. There is no
        // black or brown neon, which may be all the colours that are new to it.
        var newColour = (number + (number / Objects.Length)) % 2 == 0 && style != ToyStyle.Neon;
        var colour = random.Pick([.. ToyColours.All.Where(it => HeldOut.Is(thing, it) == newColour
            && !(style == ToyStyle.Neon && it is ToyColour.Black or ToyColour.Brown))]);
        var scene = random.Pick([.. Enum.GetValues<ToyScene>().Where(it => HeldOut.Is(thing, it) != newColour)]);
        var wanted = new ToyPicture(seed, scene, style, ToyRelation.None, [ToyComposer.Single(random, thing, colour, style)]);

        var bare = $"{Vocabulary.Words(colour)[0]} {Vocabulary.Nouns(thing)[0].One}{Place(scene)}";
        var phrase = colour == ToyColour.Orange ? $"an {bare}" : $"a {bare}";
        return new EvaluationPrompt(
            style == ToyStyle.Plain ? phrase : string.Format(null, Vocabulary.Frames(style)[0], phrase, bare),
            wanted,
            [
                (int)thing, (int)colour, scene == ToyScene.Plain ? JudgeLabels.Unlabelled : (int)scene,
                style == ToyStyle.Plain ? JudgeLabels.Unlabelled : (int)style, JudgeLabels.Unlabelled,
            ]);
    }

    private static EvaluationPrompt Counted(ToyPicture picture)
    {
        var main = picture.Main!;
        var text = $"{(picture.Count == 2 ? "two" : "three")} {Vocabulary.Words(main.Colour)[0]} {Vocabulary.Nouns(main.Object)[0].Many}{Place(picture.Scene)}";
        const int none = JudgeLabels.Unlabelled;
        return new EvaluationPrompt(text, picture with { Style = ToyStyle.Plain }, [none, none, none, none, picture.Count - 1]);
    }

    private static string Place(ToyScene scene) => scene == ToyScene.Plain ? "" : $" {Vocabulary.Places(scene)[0]}";
}
