using VqganBot.Generation.Clip;
using VqganBot.Training.Data;
using VqganBot.Training.Toybox;
using static TorchSharp.torch;

namespace VqganBot.Training.Clip.Lessons;

/// <summary>Pictures of the drawn world, some as a VQGAN reconstructs them, some spoiled, with captions written anew each time.</summary>
internal sealed class DrawnLessons : IClipLessons
{
    private readonly ClipTrainingOptions _options;
    private readonly RenderedSet _set;
    private readonly RenderedSet? _reconstructions;
    private readonly RenderedSet? _spoiled;
    private readonly Device _device;

    public DrawnLessons(ClipTrainingOptions options, RenderedSet set)
    {
        (_options, _set) = (options, set);
        _device = device(options.Common.Device);
        Tokenizer = ClipTokenizer.FromMerges(options.Tokenizer);
        _reconstructions = options.Reconstructions is { } path ? RenderedSet.Open(path) : null;
        _spoiled = options.Spoiled is { } other ? RenderedSet.Open(other) : null;
    }

    public ClipTokenizer Tokenizer { get; }

    public int Side => _set.Side;

    public string Description => _set.Description;

    public bool HasLabels => true;

    /// <value>No caption of the drawn world speaks of left and right.</value>
    public bool Mirrors => true;

    public ClipLesson Draw(long step, ToyRandom random)
    {
        var common = _options.Common;
        var blurred = _reconstructions is null ? 0 : (int)Math.Round(common.Batch * _options.ReconstructionShare);
        var batch = PictureBatch.Draw(_set, common.Batch - blurred, common.Seed, step, _device);
        if (_reconstructions is not null)
            batch = Joined(batch, PictureBatch.Draw(_reconstructions, blurred, common.Seed + 2, step, _device));
        var captions = CaptionBatch.Write(batch.Pictures, Tokenizer, _options.Network.ContextLength, random, _device);
        if (_spoiled is null)
            return new ClipLesson(batch.Unit(), captions, batch.Pictures);
        var spoiled = PictureBatch.Draw(_spoiled, (int)Math.Round(common.Batch * _options.SpoiledShare), common.Seed + 3, step, _device);
        return new ClipLesson(Joined(batch, spoiled).Unit(), captions, batch.Pictures);
    }

    public void Dispose()
    {
        _reconstructions?.Dispose();
        _spoiled?.Dispose();
    }

    private static DrawnBatch Joined(DrawnBatch first, DrawnBatch second) =>
        new(cat([first.Pixels, second.Pixels], 0), [.. first.Indices, .. second.Indices], [.. first.Pictures, .. second.Pictures]);
}
