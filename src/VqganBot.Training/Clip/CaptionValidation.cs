using TorchSharp;
using VqganBot.Generation.Clip;
using VqganBot.Training.Data;
using VqganBot.Training.Data.Folder;
using VqganBot.Training.Reports;
using static TorchSharp.torch;

namespace VqganBot.Training.Clip;

/// <summary>Asks of held-back pictures of a folder which of all their captions is theirs.</summary>
internal sealed class CaptionValidation(FolderPictures pictures, ClipTokenizer tokenizer, Device device) : IClipValidation
{
    private const int Most = 500;
    private const int Chunk = 64;
    private const int Near = 5;

    public IFigures Measure(ClipModel clip)
    {
        clip.eval();
        using var still = no_grad();
        using var scope = NewDisposeScope();
        var count = Math.Min(pictures.Count, Most);
        var captions = Enumerable.Range(0, count).Select(pictures.Captions).ToArray();
        var asked = captions.Select(own => own[0]).ToArray();
        var seen = cat([.. Enumerable.Range(0, count).Chunk(Chunk).Select(part => ClipPictures.Embed(PictureBatch.Of(pictures, part, device).Unit(), clip))], 0); // [N,D]
        var texts = ClipPictures.Unit(clip.encode_text(CaptionBatch.Encode(asked, tokenizer, clip.Config.ContextLength).to(device)));                          // [N,D]
        var order = mm(seen, texts.t()).argsort(1, true).cpu().data<long>().ToArray();                                                                         // [N·N]
        clip.train();
        return new RecallFigures(Found(1), Found(Near), count);

        double Found(int near) => Enumerable.Range(0, count).Count(i =>
            order.AsSpan(i * count, Math.Min(near, count)).ToArray().Any(j => captions[i].Contains(asked[j]))) / (double)count;
    }
}
