using TorchSharp;
using VqganBot.Generation.Clip;
using VqganBot.Training.Data;
using VqganBot.Training.Reports;
using VqganBot.Training.Toybox;
using VqganBot.Training.Toybox.Captions;
using static TorchSharp.torch;

namespace VqganBot.Training.Clip;

/// <summary>Measures a CLIP on given pictures, each with one object (or one kind of them).</summary>
internal sealed class ClipValidation(IReadOnlyList<ToyPicture> pictures, ClipTokenizer tokenizer, Device device) : IClipValidation
{
    private const int Chunk = 64;

    private readonly byte[][] _pixels = [.. pictures.Select(picture => ToyRenderer.Render(picture).Pixels)];

    public ClipFigures Measure(ClipModel clip)
    {
        clip.eval();
        using var still = no_grad();
        using var scope = NewDisposeScope();
        var figures = Measure(clip, Embed(clip));
        clip.train();
        return figures;
    }

    IFigures IClipValidation.Measure(ClipModel clip) => Measure(clip);

    private Tensor Embed(ClipModel clip)
    {
        var parts = new List<Tensor>();
        foreach (var chunk in _pixels.Chunk(Chunk))
        {
            using var scope = NewDisposeScope();
            var unit = PictureBatch.ToTensor([.. chunk.SelectMany(picture => picture)], chunk.Length, device).to(ScalarType.Float32) / 255.0;
            parts.Add(ClipPictures.Unit(clip.encode_image(ClipPictures.Normalise(unit, clip))).MoveToOuterDisposeScope());
        }

        return cat([.. parts], 0); // [N,D]
    }

    private ClipFigures Measure(ClipModel clip, Tensor embedded)
    {
        var zeroShot = new ZeroShot(clip, tokenizer);
        var colourDirections = Enum.GetValues<ToyObject>().Select(thing => zeroShot.Directions(ZeroShot.Colours(thing))).ToArray();
        var colours = 0;
        for (var i = 0; i < pictures.Count; i++)
        {
            var main = pictures[i].Main!;
            var near = mm(embedded.narrow(0, i, 1), colourDirections[(int)main.Object].t()).argmax(1).item<long>();
            colours += near == (long)main.Colour ? 1 : 0;
        }

        var (first, fifth) = Recall(clip, embedded);
        return new ClipFigures(
            Share(zeroShot.Directions(ZeroShot.Objects), picture => (int)picture.Main!.Object),
            colours / (double)pictures.Count,
            Share(zeroShot.Directions(ZeroShot.Scenes), picture => (int)picture.Scene),
            Share(zeroShot.Directions(ZeroShot.Styles), picture => (int)picture.Style),
            first,
            fifth);

        double Share(Tensor directions, Func<ToyPicture, int> label)
        {
            var nearest = mm(embedded, directions.t()).argmax(1).cpu().data<long>().ToArray();
            return nearest.Zip(pictures, (guess, picture) => guess == label(picture) ? 1.0 : 0).Average();
        }
    }

    /// <summary>How often the picture's own full caption is among the nearest; another that is true as well counts too.</summary>
    private (double First, double Fifth) Recall(ClipModel clip, Tensor embedded)
    {
        var random = new ToyRandom(4711);
        var writer = new CaptionWriter(random);
        var captions = pictures.Select(writer.Write).ToArray();
        var tokens = CaptionBatch.Encode([.. captions.Select(caption => caption.Text)], tokenizer, clip.Config.ContextLength).to(device);
        var scores = mm(embedded, ClipPictures.Unit(clip.encode_text(tokens)).t());                    // [N,N]
        var order = scores.argsort(1, true).cpu().data<long>().ToArray();
        var (first, fifth) = (0, 0);
        for (var i = 0; i < pictures.Count; i++)
        {
            var best = order.AsSpan(i * pictures.Count, 5).ToArray();
            first += captions[best[0]].Meaning.Holds(pictures[i]) ? 1 : 0;
            fifth += best.Any(j => captions[j].Meaning.Holds(pictures[i])) ? 1 : 0;
        }

        return (first / (double)pictures.Count, fifth / (double)pictures.Count);
    }
}
