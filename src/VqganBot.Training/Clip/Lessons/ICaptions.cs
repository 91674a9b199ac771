using VqganBot.Generation.Clip;
using VqganBot.Training.Toybox;
using static TorchSharp.torch;

namespace VqganBot.Training.Clip.Lessons;

/// <summary>Says what pictures of a source show, now this way and now that.</summary>
internal interface ICaptions
{
    CaptionBatch Write(IReadOnlyList<int> indices, ClipTokenizer tokenizer, int context, ToyRandom random, Device device);
}
