using VqganBot.Generation.Clip;
using VqganBot.Training.Toybox;
using VqganBot.Training.Toybox.Captions;
using static TorchSharp.torch;

namespace VqganBot.Training.Clip;

/// <summary>Classification by captions: the label whose text lies nearest to the picture (Radford et al. 2021, 3.1).</summary>
internal sealed class ZeroShot(ClipModel clip, ClipTokenizer tokenizer)
{
    /// <summary>Averages each label's texts, the rows of <paramref name="prompts"/>, to one direction [labels,D].</summary>
    public Tensor Directions(IReadOnlyList<string[]> prompts)
    {
        var tokens = CaptionBatch.Encode([.. prompts.SelectMany(texts => texts)], tokenizer, clip.Config.ContextLength).to(clip.logit_scale.device);
        var embedded = ClipPictures.Unit(clip.encode_text(tokens));                                  // [texts,D]
        var places = prompts.Select((texts, label) => (Start: prompts.Take(label).Sum(t => t.Length), texts.Length));
        return ClipPictures.Unit(cat([.. places.Select(place => embedded.narrow(0, place.Start, place.Length).mean([0], keepdim: true))], 0));
    }

    public static IReadOnlyList<string[]> Objects { get; } =
        [.. Enum.GetValues<ToyObject>().Select(thing => Vocabulary.Nouns(thing)[0].One).Select(noun => (string[])[$"a {noun}", $"the {noun}", noun])];

    public static IReadOnlyList<string[]> Scenes { get; } =
        [.. Enum.GetValues<ToyScene>().Select(scene => (string[])[Vocabulary.Bare(scene)[0], .. Vocabulary.Places(scene)[..3]])];

    public static IReadOnlyList<string[]> Styles { get; } =
        [.. Enum.GetValues<ToyStyle>().Select(style => (string[])[.. Vocabulary.Frames(style)[1..4].Select(frame => string.Format(null, frame, "a picture", "picture"))])];

    /// <summary>Colours are asked of a thing, because a picture has many.</summary>
    public static IReadOnlyList<string[]> Colours(ToyObject thing) =>
        [.. ToyColours.All.Select(colour => (string[])[$"a {Vocabulary.Words(colour)[0]} {Vocabulary.Nouns(thing)[0].One}"])];
}
