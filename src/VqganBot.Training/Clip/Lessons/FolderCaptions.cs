using VqganBot.Generation.Clip;
using VqganBot.Training.Data.Folder;
using VqganBot.Training.Toybox;
using static TorchSharp.torch;

namespace VqganBot.Training.Clip.Lessons;

/// <summary>The captions that the pictures of a folder came with.</summary>
internal sealed class FolderCaptions(FolderPictures pictures) : ICaptions
{
    public CaptionBatch Write(IReadOnlyList<int> indices, ClipTokenizer tokenizer, int context, ToyRandom random, Device device) =>
        CaptionBatch.Pick([.. indices.Select(pictures.Captions)], tokenizer, context, random, device);
}
