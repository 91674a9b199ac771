using VqganBot.Generation.Synthesis;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.Synthesis;

/// <summary>Cutouts that another program drew and wrote down: [steps, cutouts, (size, x, y)].</summary>
internal sealed class RecordedCutouts(long[] numbers, int perStep) : ICutouts
{
    public DrawnViews Draw(long height, long width, long cutSize, long step, int first, int count) => new(
        [.. Enumerable.Repeat(Homography.Identity, count)], [.. Enumerable.Repeat(ViewFill.Black, count)], new float[count])
    {
        Crops = [.. numbers.Chunk(3).Skip(((int)step * perStep) + first).Take(count).Select(crop => (crop[0], crop[1], crop[2]))],
    };

    public (Tensor Source, ClampWithGrad? Seam) Source(Tensor images, ViewBatch batch)
    {
        ClampWithGrad views = OriginalCutouts.Clamped(images, batch);
        return (views.Value, views);
    }
}
