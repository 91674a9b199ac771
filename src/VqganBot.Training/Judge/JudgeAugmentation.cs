using TorchSharp;
using VqganBot.Training.Metrics;
using VqganBot.Training.Toybox;
using static TorchSharp.torch;

namespace VqganBot.Training.Judge;

/// <summary>
/// Renders seen as decoded pictures will be: shifted, scaled, mirrored, blurred, in other light, grainy. It has to read
/// those fairly although it is only ever shown renders, lest it learn what one certain autoencoder makes of them.
/// </summary>
internal static class JudgeAugmentation
{
    public static Tensor Apply(Tensor unit, ToyRandom random)
    {
        var count = (int)unit.shape[0];
        var device = unit.device;
        var grid = nn.functional.affine_grid(tensor(Views(count, random), [count, 2, 3]).to(device), unit.shape, false);
        var x = nn.functional.grid_sample(unit, grid, GridSampleMode.Bilinear, GridSamplePaddingMode.Border, false); // [N,3,64,64]

        // One width of blur for the batch, and each picture takes more or less of it.
        var blurred = GaussianBlur.Apply(x, random.Between(0.5, 1.5));
        x += (blurred - x) * Each(count, () => random.Chance(0.5) ? random.Between(0.2, 1) : 0).to(device);
        x = ((x - 0.5) * Each(count, () => random.Between(0.75, 1.2)).to(device)) + 0.5 + Each(count, () => random.Between(-0.1, 0.1)).to(device);
        using var dice = new Generator(random.NextBits(), CPU);
        var grain = randn(unit.shape, generator: dice).to(device);
        return (x + (grain * Each(count, () => random.Chance(0.6) ? random.Between(0, 0.07) : 0).to(device))).clamp(0, 1);
    }

    /// <summary>
    /// Swaps and inverts the channels of each picture by chance. The object is then told by its shape alone, which it must be
    /// where colour and scene are new to it; what the colour is and where it stands can no longer be asked.
    /// </summary>
    public static Tensor Recolour(Tensor unit, ToyRandom random)
    {
        var count = (int)unit.shape[0];
        var (mixes, offsets) = (new float[count * 9], new float[count * 3]);
        for (var i = 0; i < count; i++)
        {
            int[] order = [0, 1, 2];
            for (var channel = 2; channel > 0; channel--)
            {
                var other = random.Below(channel + 1);
                (order[channel], order[other]) = (order[other], order[channel]);
            }

            for (var channel = 0; channel < 3; channel++)
            {
                var inverted = random.Chance(0.5);
                mixes[(i * 9) + (channel * 3) + order[channel]] = inverted ? -1 : 1;
                offsets[(i * 3) + channel] = inverted ? 1 : 0;
            }
        }

        var mixed = bmm(tensor(mixes, [count, 3, 3]).to(unit.device), unit.reshape(count, 3, -1)); // [N,3,64·64]
        return (mixed + tensor(offsets, [count, 3, 1]).to(unit.device)).reshape(unit.shape);
    }

    /// <summary>One 2×3 matrix a picture, from the view's coordinates to the picture's.</summary>
    private static float[] Views(int count, ToyRandom random)
    {
        var views = new float[count * 6];
        for (var i = 0; i < count; i++)
        {
            var row = views.AsSpan(i * 6, 6);
            var scale = 1 / random.Between(0.85, 1.1);
            row[0] = (float)(scale * random.Between(0.96, 1.04) * (random.Chance(0.5) ? -1 : 1));
            row[2] = (float)random.Between(-0.2, 0.2);
            row[4] = (float)scale;
            row[5] = (float)random.Between(-0.2, 0.2);
        }

        return views;
    }

    private static Tensor Each(int count, Func<double> draw) =>
        tensor(Enumerable.Range(0, count).Select(_ => (float)draw()).ToArray(), [count, 1, 1, 1]);
}
