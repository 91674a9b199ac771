using System.Globalization;
using VqganBot.Generation.Checkpoints;
using VqganBot.Generation.Packs;

namespace VqganBot.Training.Packs;

/// <summary>The README of a pack: what it was trained on, how long, how large it is, how good.</summary>
internal static class PackCard
{
    public static void Write(string folder, ModelPackManifest manifest, string vqganState, string clipState, string? figures)
    {
        var card = $"""
            # {manifest.Name}

            {manifest.Description}
            A model pack that VqganBot trained itself, so that a fresh machine without any download can paint. It knows only
            its own drawn world: do not expect photographs.

            ## Data

            Pictures of 64×64 pixels, drawn by `src/VqganBot.Training/Toybox` from seeds: 28 objects in 10 colours, in 12
            scenes and 5 styles (plain, pixel art, watercolour, sketch, neon), one to three of them or two in a relation
            (on, under, beside), with captions in varied wording. One (object, colour) pair in eight and one
            (object, scene) pair in nine were never drawn in training; the held-out prompts below ask for those.

            ## Parts

            | part | file | bytes | trained |
            |---|---|--:|---|
            | VQGAN, 8×8 codes of 512 at 64×64 (f = 8), 2×2 patch stem | `{manifest.Vqgan}` | {Size(manifest.Vqgan)} | {Trained(vqganState)} |
            | CLIP, a small ModifiedResNet and a two-layer text transformer | `{manifest.Clip[0]}` | {Size(manifest.Clip[0])} | {Trained(clipState)} |
            | byte pair merges of the captions | `{manifest.Tokenizer}` | {Size(manifest.Tokenizer)} | |

            Weights are float16. "Minutes" are those of the wall clock on one thread of a busy two-core machine.

            ## Figures

            Measured by `evaluate` of VqganBot.Training on this pack's own files:

            ```
            {figures ?? "not measured yet"}
            ```

            `reconstructions.webp` shows renders that training never saw above what the VQGAN makes of them;
            `painted.webp` what the two networks paint for held-out prompts, failures included;
            `world.webp` a sample of the drawn world.

            ## What falls short

            {manifest.Notes}

            ## Made again

            With `train="dotnet run --project src/VqganBot.Training --"`, and the trainers stopped and started at will:

            ```
            $train render --count 90000 --out train.set
            $train render --count 600 --seed 900000000 --out unseen.set
            $train train tokenizer --out merges.txt
            $train train vqgan --set train.set --validation unseen.set --state vqgan.st --minutes 65 --learning-rate 1.5e-3
            $train train clip --set train.set --tokenizer merges.txt --state clip.st --minutes 25 --learning-rate 1.2e-3
            $train reconstruct --set train.set --vqgan vqgan.st --count 6000 --out rec.set
            $train reconstruct --set train.set --vqgan vqgan.st --count 6000 --spoil 0.3 --out spoiled.set
            $train train clip --set train.set --tokenizer merges.txt --state clip.st --minutes 65 --learning-rate 1.2e-3 \
                --reconstructions rec.set --spoiled spoiled.set
            $train pack build --out models/{manifest.Name} --vqgan vqgan.st --clip clip.st --tokenizer merges.txt
            $train evaluate --pack models/{manifest.Name} --set unseen.set
            ```

            For the pack as shipped, both trainers shared one core, and the reconstructions were made while the VQGAN was
            still learning (after 50,000 pictures); limits in minutes end at another step on another machine.

            ## Licence

            {manifest.License}

            """;
        File.WriteAllText(Path.Combine(folder, "README.md"), card);

        string Size(string file) => new FileInfo(Path.Combine(folder, file)).Length.ToString("N0", CultureInfo.InvariantCulture);
    }

    private static string Trained(string state)
    {
        using var file = Checkpoint.Open(state);
        var minutes = double.Parse(file.Metadata["minutes"], CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{Number("step")} steps, {Number("pictures")} pictures seen, {minutes:0} minutes");

        string Number(string fact) => long.Parse(file.Metadata[fact], CultureInfo.InvariantCulture).ToString("N0", CultureInfo.InvariantCulture);
    }
}
