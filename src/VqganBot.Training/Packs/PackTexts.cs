namespace VqganBot.Training.Packs;

/// <summary>What a pack says about itself where nobody says anything else.</summary>
internal sealed record PackTexts(string Description, string License, string Notes, int Resolution)
{
    /// <value>See <see cref="VqganBot.Generation.Packs.ModelPackManifest.Vocabulary"/>; empty where nobody knows what the pictures show.</value>
    public IReadOnlyList<IReadOnlyList<string>> Vocabulary { get; init; } = [];

    public static PackTexts For(PackSources sources)
    {
        var facts = TrainingFacts.OfState(sources.Vqgan);
        using var vqgan = TrainedNetworks.Vqgan(sources.Vqgan);
        var side = vqgan.Config.Resolution;
        return facts.IsDrawn
            ? new PackTexts(
                "A small drawn world: 28 objects, 10 colours, 12 scenes, 5 styles, at 64×64 pixels.",
                "Same terms as VqganBot itself; trained only on drawings made by its own code.",
                "It knows single things in a place best, and somebody on a wave. Other pairs, small groups and pixel art read less often, and outlines are soft (painted.webp shows it).",
                side)
            {
                Vocabulary = ToyboxVocabulary.Lists,
            }
            : new PackTexts($"Trained on {facts.Data}.", "That of the pictures it was trained on.", "Not measured.", side);
    }
}
