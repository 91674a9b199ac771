using VqganBot.Generation.Clip;
using VqganBot.Training.Data;
using VqganBot.Training.Data.Folder;
using VqganBot.Training.Toybox;
using static TorchSharp.torch;

namespace VqganBot.Training.Clip.Lessons;

/// <summary>Pictures of a folder with the captions they came with.</summary>
internal sealed class FolderLessons : IClipLessons
{
    private readonly ClipTrainingOptions _options;
    private readonly FolderPictures _pictures;
    private readonly Device _device;

    /// <param name="options">What is trained.</param>
    /// <param name="pictures">Pictures with a caption at least each.</param>
    public FolderLessons(ClipTrainingOptions options, FolderPictures pictures)
    {
        (_options, _pictures) = (options, pictures);
        _device = device(options.Common.Device);
        Tokenizer = ClipTokenizer.FromMerges(options.Tokenizer);
    }

    public ClipTokenizer Tokenizer { get; }

    public int Side => _pictures.Side;

    public string Description => _pictures.Description;

    public bool HasLabels => false;

    public bool Mirrors => _pictures.Mirrors;

    public ClipLesson Draw(long step, ToyRandom random)
    {
        var batch = PictureBatch.Draw(_pictures, _options.Common.Batch, _options.Common.Seed, step, _device);
        var captions = new FolderCaptions(_pictures).Write(batch.Indices, Tokenizer, _options.Network.ContextLength, random, _device);
        return new ClipLesson(batch.Unit(), captions, []);
    }

    public void Dispose()
    {
        // The pictures belong to whoever opened the folder.
    }
}
