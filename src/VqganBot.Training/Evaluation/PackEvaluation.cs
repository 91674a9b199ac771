using System.Globalization;
using TorchSharp;
using VqganBot.Generation.Packs;
using VqganBot.Generation.Synthesis;
using VqganBot.Training.Clip;
using VqganBot.Training.Data;
using VqganBot.Training.Toybox;
using VqganBot.Training.Vqgan;
using static TorchSharp.torch;

namespace VqganBot.Training.Evaluation;

/// <summary>What the card of a pack reports, measured on the pack's own files.</summary>
internal sealed class PackEvaluation(ModelPack pack, TextWriter output)
{
    private const ulong NewSeed = 8_000_000;
    private const ulong HeldOutSeed = 9_000_000;

    public void Clip(int count)
    {
        foreach (var (name, pictures) in new[] { ("new renders", HeldOutPictures.Known(count, NewSeed)), ("held-out combinations", HeldOutPictures.Withheld(count, HeldOutSeed)) })
        {
            var figures = new ClipValidation(pictures, pack.Tokenizer, pack.Device).Measure(pack.Clips[0]);
            output.WriteLine($"CLIP on {count} {name}: {figures}");
        }

        pack.Clips[0].eval();
    }

    public void Vqgan(RenderedSet unseen, int count)
    {
        output.WriteLine($"VQGAN on {Math.Min(count, unseen.Count)} new renders: {new VqganValidation(unseen, count, pack.Device).Measure(pack.Vqgan)}");
        pack.Vqgan.eval();
    }

    /// <summary>Paints held-out prompts; beside the similarities before and after stands that of a true drawing.</summary>
    public IReadOnlyList<PaintedPrompt> Painting(int count, string preset, PaintingSettings settings, int steps)
    {
        var trial = new PaintingTrial(pack, preset, settings, steps);
        var painted = new List<PaintedPrompt>();
        var drawn = new List<double>();
        foreach (var (prompt, wanted) in HeldOutPrompts.Make(count, HeldOutSeed + 100_000))
        {
            painted.Add(trial.Paint(prompt, (ulong)painted.Count));
            drawn.Add(Similarity(prompt, wanted));
            output.WriteLine(Text($"  {painted[^1].Before:0.000} -> {painted[^1].After:0.000}  (drawn {drawn[^1]:0.000})  {prompt}"));
        }

        output.WriteLine(Text($"Painted {count} held-out prompts, {steps} steps of '{preset}': similarity {painted.Average(p => p.Before):0.000} unpainted, {painted.Average(p => p.After):0.000} painted, {drawn.Average():0.000} of true drawings; risen for {painted.Count(p => p.After > p.Before)} of {count}"));
        return painted;
    }

    private double Similarity(string prompt, ToyPicture wanted)
    {
        using var still = no_grad();
        using var scope = NewDisposeScope();
        var clip = pack.Clips[0];
        var pixels = PictureBatch.ToTensor(ToyRenderer.Render(wanted).Pixels, 1, pack.Device).to(ScalarType.Float32) / 255.0;
        var picture = ClipPictures.Unit(clip.encode_image(ClipPictures.Normalise(pixels, clip)));
        var text = ClipPictures.Unit(clip.encode_text(CaptionBatch.Encode([prompt], pack.Tokenizer, clip.Config.ContextLength).to(pack.Device)));
        return (picture * text).sum().item<float>();
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
