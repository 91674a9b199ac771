using TorchSharp;
using VqganBot.Training.Toybox;
using static TorchSharp.torch;

namespace VqganBot.Training.Clip;

/// <summary>
/// Makes a batch look as the painting loop's cutouts will: zoomed, shifted, mirrored, a little turned, in other light,
/// noisy.
/// </summary>
internal static class ClipAugmentation
{
    public static Tensor Apply(Tensor unit, ToyRandom random, bool mirrors = true)
    {
        var count = (int)unit.shape[0];
        var device = unit.device;
        var grid = nn.functional.affine_grid(tensor(Views(count, random, mirrors), [count, 2, 3]).to(device), [count, 3, unit.shape[2], unit.shape[3]], false);
        var x = nn.functional.grid_sample(unit, grid, GridSampleMode.Bilinear, GridSamplePaddingMode.Reflection, false); // [N,3,H,W]

        var (gain, offset, saturation, noise) = Light(count, random);
        var grey = x.mean([1], keepdim: true);                                                     // [N,1,H,W]
        x = grey + ((x - grey) * tensor(saturation, [count, 1, 1, 1]).to(device));
        x = ((x - 0.5) * tensor(gain, [count, 3, 1, 1]).to(device)) + 0.5 + tensor(offset, [count, 1, 1, 1]).to(device);
        using var dice = new Generator(random.NextBits(), CPU);
        var grain = randn([count, 3, unit.shape[2], unit.shape[3]], generator: dice).to(device);
        return (x + (grain * tensor(noise, [count, 1, 1, 1]).to(device))).clamp(0, 1);
    }

    /// <summary>One 2×3 matrix a picture, from the view's coordinates to the picture's.</summary>
    private static float[] Views(int count, ToyRandom random, bool mirrors)
    {
        var views = new float[count * 6];
        for (var i = 0; i < count; i++)
        {
            // The square root leans towards wide views: a close-up of half the picture may miss what its caption names.
            var scale = 0.5 + (0.58 * Math.Sqrt(random.Unit()));
            var wide = scale * random.Between(0.93, 1.07);
            var slack = Math.Max(0, 1 - scale) + 0.06;
            var angle = random.Between(-0.14, 0.14);
            var mirror = random.Chance(0.5) && mirrors ? -1 : 1;
            var row = views.AsSpan(i * 6, 6);
            row[0] = (float)(wide * mirror * Math.Cos(angle));
            row[1] = (float)(-scale * Math.Sin(angle));
            row[2] = (float)random.Between(-slack, slack);
            row[3] = (float)(wide * mirror * Math.Sin(angle));
            row[4] = (float)(scale * Math.Cos(angle));
            row[5] = (float)random.Between(-slack, slack);
        }

        return views;
    }

    private static (float[] Gain, float[] Offset, float[] Saturation, float[] Noise) Light(int count, ToyRandom random)
    {
        var (gain, offset, saturation, noise) = (new float[count * 3], new float[count], new float[count], new float[count]);
        for (var i = 0; i < count; i++)
        {
            var contrast = random.Between(0.75, 1.2);
            for (var channel = 0; channel < 3; channel++)
                gain[(i * 3) + channel] = (float)(contrast * random.Between(0.93, 1.07));
            offset[i] = (float)random.Between(-0.08, 0.08);
            saturation[i] = (float)random.Between(0.75, 1.25);
            noise[i] = (float)(random.Chance(0.5) ? random.Between(0, 0.08) : 0);
        }

        return (gain, offset, saturation, noise);
    }
}
