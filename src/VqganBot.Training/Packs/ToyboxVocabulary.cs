using VqganBot.Training.Toybox;
using VqganBot.Training.Toybox.Captions;

namespace VqganBot.Training.Packs;

/// <summary>What excludes one another in the drawn world, as a manifest's vocabulary has it.</summary>
internal static class ToyboxVocabulary
{
    public static IReadOnlyList<IReadOnlyList<string>> Lists { get; } =
    [
        [.. Enum.GetValues<ToyObject>().Select(thing => Entry(Words(thing)))],
        [.. ToyColours.All.Select(colour => Entry(Vocabulary.Words(colour)))],
        [.. Enum.GetValues<ToyScene>().Select(scene => Entry(Vocabulary.Places(scene)))],
        ["pixel art, 8-bit, pixelated", "watercolour, watercolor, watercolors", "pencil sketch, sketch, pencil drawing", "neon"],
    ];

    // Who surfs has a wave under it: captions of such pairs often say no more of it.
    private static IEnumerable<string> Words(ToyObject thing) =>
        [.. Vocabulary.Nouns(thing).SelectMany(noun => new[] { noun.One, noun.Many }), .. thing == ToyObject.Wave ? new[] { "surf", "surfing" } : []];

    private static string Entry(IEnumerable<string> words) => string.Join(", ", words.Distinct());
}
