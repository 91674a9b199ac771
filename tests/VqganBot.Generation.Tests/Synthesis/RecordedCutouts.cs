using VqganBot.Generation.Synthesis;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.Synthesis;

/// <summary>Cutouts that another program drew and wrote down: [steps, cutouts, (size, x, y)].</summary>
internal sealed class RecordedCutouts(long[] numbers, int perStep) : ICutouts
{
    public CutViews Take(Tensor image, long cutSize, long step, int first, int count)
    {
        (long Size, long X, long Y)[] crops = [.. numbers.Chunk(3).Skip(((int)step * perStep) + first).Take(count).Select(crop => (crop[0], crop[1], crop[2]))];
        ClampWithGrad views = OriginalCutouts.Clamped(crops, image, cutSize);
        return new CutViews(views.Value, views);
    }
}
