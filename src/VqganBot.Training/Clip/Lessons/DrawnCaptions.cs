using VqganBot.Generation.Clip;
using VqganBot.Training.Data;
using VqganBot.Training.Toybox;
using static TorchSharp.torch;

namespace VqganBot.Training.Clip.Lessons;

/// <summary>Captions of the drawn world, written from what its pictures show.</summary>
internal sealed class DrawnCaptions(RenderedSet set) : ICaptions
{
    public CaptionBatch Write(IReadOnlyList<int> indices, ClipTokenizer tokenizer, int context, ToyRandom random, Device device) =>
        CaptionBatch.Write([.. indices.Select(set.Picture)], tokenizer, context, random, device);
}
