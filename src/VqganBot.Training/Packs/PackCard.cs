using System.Globalization;
using System.Text.RegularExpressions;
using VqganBot.Generation.Packs;

namespace VqganBot.Training.Packs;

/// <summary>The README of a pack: what it was trained on, how long, how large it is, how good.</summary>
internal static partial class PackCard
{
    public static void Write(string folder, ModelPackManifest manifest, PackSources sources, string? figures)
    {
        var (vqgan, clip) = (TrainingFacts.OfState(sources.Vqgan), TrainingFacts.OfState(sources.Clip));
        var prior = sources.Prior is { } state
            ? $"| prior: drafts pictures from CLIP's embeddings | `{manifest.Prior}` | {Size(manifest.Prior!)} | {TrainingFacts.OfState(state)} |"
            : "";
        var card = $"""
            # {manifest.Name}

            {manifest.Description}

            {(vqgan.IsDrawn ? ToyboxCard.Data : Data(vqgan, clip))}

            ## Parts

            | part | file | bytes | trained |
            |---|---|--:|---|
            | VQGAN: pictures as codes, and back | `{manifest.Vqgan}` | {Size(manifest.Vqgan)} | {vqgan} |
            | CLIP: judges pictures by words | `{manifest.Clip[0]}` | {Size(manifest.Clip[0])} | {clip} |
            | byte pair merges of the captions | `{manifest.Tokenizer}` | {Size(manifest.Tokenizer)} | |
            {prior}

            Weights are float16; `pack inspect` tells the networks' shapes. "Minutes" are those of the wall clock.

            ## Figures

            ```
            {figures ?? "not measured yet"}
            ```

            {(vqgan.IsDrawn ? ToyboxCard.Pictures : "")}

            ## What falls short

            {manifest.Notes}

            {(vqgan.IsDrawn ? ToyboxCard.MadeAgain(manifest.Name) : "")}

            ## Licence

            {manifest.License}

            """;
        // Sections that a pack does not have leave no gap.
        File.WriteAllText(Path.Combine(folder, "README.md"), Gap().Replace(card, "\n\n"));

        string Size(string file) => new FileInfo(Path.Combine(folder, file)).Length.ToString("N0", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("\n{3,}")]
    private static partial Regex Gap();

    private static string Data(TrainingFacts vqgan, TrainingFacts clip) => $"""
        ## Data

        The VQGAN learnt from {vqgan.Data}, CLIP from {clip.Data}.
        """;
}
