using TorchSharp;
using VqganBot.Generation.Checkpoints;
using VqganBot.Generation.Tests.Verification;
using VqganBot.Training.Vqgan.Perception;
using Xunit;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.Training;

public sealed class LpipsTests
{
    private const int Side = 16;

    // torchvision's vgg16.features: a number is a convolution's channels, 0 a pool.
    private static readonly int[] Layers = [64, 64, 0, 128, 128, 0, 256, 256, 256, 0, 512, 512, 512, 0, 512, 512, 512];
    private static readonly int[] Channels = [64, 128, 256, 512, 512];

    [Fact]
    public void Distance_RandomWeightsOfTheRealShapes_IsThePlainSum()
    {
        using var folder = new TemporaryFolder();
        using var scope = NewDisposeScope();
        var vgg = RandomVgg();
        var lin = Channels.Select(channels => rand([1, channels, 1, 1], generator: new Generator((ulong)channels, CPU))).ToArray();
        SafetensorsWriter.Write(folder["vgg16.safetensors"], vgg.Append(new("classifier.0.weight", ones([2, 2]))));
        SafetensorsWriter.Write(folder["lin.safetensors"], lin.Select((weights, i) => new KeyValuePair<string, Tensor>($"lin{i}.model.1.weight", weights)));
        using var lpips = LpipsWeights.Load([folder["vgg16.safetensors"], folder["lin.safetensors"]], CPU);
        var one = (rand([1, 3, Side, Side], generator: new Generator(1, CPU)) * 2) - 1;
        var other = ((rand([1, 3, Side, Side], generator: new Generator(2, CPU)) * 2) - 1).requires_grad_(true);

        var distance = lpips.Of(other, one);
        distance.backward();

        var expected = Plain(one.data<float>().ToArray(), other.data<float>().ToArray(), vgg, lin);
        Assert.InRange(distance.item<float>() / expected, 0.999, 1.001);
        Assert.True(expected > 0.01);
        Assert.True(other.grad!.abs().sum().item<float>() > 0);
        Assert.Equal(0, lpips.Of(one, one).item<float>());
    }

    [Theory]
    [InlineData("features.28.bias", "vgg.features.28.bias")]
    [InlineData("net.slice5.28.bias", "vgg.features.28.bias")]
    [InlineData("loss.perceptual_loss.net.slice1.0.weight", "vgg.features.0.weight")]
    [InlineData("loss.perceptual_loss.lin4.model.1.weight", "lin.4.weight")]
    [InlineData("loss.discriminator.main.0.weight", null)]
    [InlineData("classifier.6.bias", null)]
    public void OurName_OfPublishedFiles_FindsWhatIsNeeded(string theirs, string? ours) => Assert.Equal(ours, LpipsWeights.OurName(theirs));

    [Fact]
    public void Load_FileWithoutTheLayers_NamesTheMissingOne()
    {
        using var folder = new TemporaryFolder();
        SafetensorsWriter.Write(folder["other.safetensors"], [new("features.0.bias", zeros([3]))]);

        var fault = Assert.Throws<CheckpointException>(() => LpipsWeights.Load([folder["other.safetensors"]], CPU));

        Assert.Contains("features.0", fault.Message, StringComparison.Ordinal);
    }

    private static Dictionary<string, Tensor> RandomVgg()
    {
        var weights = new Dictionary<string, Tensor>();
        var (index, from) = (0, 3);
        foreach (var to in Layers)
        {
            if (to > 0)
            {
                // Of the size that keeps activations alive through thirteen layers.
                weights[$"features.{index}.weight"] = randn([to, from, 3, 3], generator: new Generator((ulong)index, CPU)) * Math.Sqrt(2.0 / (9 * from));
                weights[$"features.{index}.bias"] = randn([to], generator: new Generator((ulong)index + 100, CPU)) * 0.1;
                (from, index) = (to, index + 2);
            }
            else
            {
                index++;
            }
        }

        return weights;
    }

    private static double Plain(float[] one, float[] other, Dictionary<string, Tensor> vgg, Tensor[] lin)
    {
        var (a, b) = (Features(one, vgg), Features(other, vgg));
        var sum = 0.0;
        for (var depth = 0; depth < Channels.Length; depth++)
        {
            var weights = lin[depth].data<float>().ToArray();
            var places = a[depth].Length / Channels[depth];
            for (var place = 0; place < places; place++)
            {
                var (lengthA, lengthB) = (Length(a[depth], place, places), Length(b[depth], place, places));
                for (var channel = 0; channel < Channels[depth]; channel++)
                {
                    var difference = (a[depth][(channel * places) + place] / lengthA) - (b[depth][(channel * places) + place] / lengthB);
                    sum += weights[channel] * difference * difference / places;
                }
            }
        }

        return sum;

        static double Length(float[] features, int place, int places) =>
            Math.Sqrt(features.Where((_, i) => i % places == place).Sum(value => (double)value * value)) + 1e-10;
    }

    private static List<float[]> Features(float[] picture, Dictionary<string, Tensor> vgg)
    {
        float[] shift = [-0.030f, -0.088f, -0.188f], scale = [0.458f, 0.448f, 0.450f];
        var x = picture.Select((value, i) => (value - shift[i / (Side * Side)]) / scale[i / (Side * Side)]).ToArray();
        var seen = new List<float[]>();
        var (index, from, side) = (0, 3, Side);
        for (var layer = 0; layer < Layers.Length; layer++)
        {
            if (Layers[layer] == 0)
            {
                x = Pool(x, from, side);
                side /= 2;
                index++;
            }
            else
            {
                x = Convolve(x, vgg[$"features.{index}.weight"].data<float>().ToArray(), vgg[$"features.{index}.bias"].data<float>().ToArray(), from, side);
                (from, index) = (Layers[layer], index + 2);
                if (layer + 1 == Layers.Length || Layers[layer + 1] == 0)
                    seen.Add(x);
            }
        }

        return seen;
    }

    private static float[] Convolve(float[] x, float[] weights, float[] bias, int from, int side)
    {
        var result = new float[bias.Length * side * side];
        for (var to = 0; to < bias.Length; to++)
        {
            for (var place = 0; place < side * side; place++)
            {
                var sum = bias[to];
                for (var tap = 0; tap < 9; tap++)
                {
                    var (row, column) = ((place / side) + (tap / 3) - 1, (place % side) + (tap % 3) - 1);
                    if (row < 0 || column < 0 || row >= side || column >= side)
                        continue;
                    for (var channel = 0; channel < from; channel++)
                        sum += x[(((channel * side) + row) * side) + column] * weights[(((to * from) + channel) * 9) + tap];
                }

                result[(to * side * side) + place] = Math.Max(0, sum);
            }
        }

        return result;
    }

    private static float[] Pool(float[] x, int channels, int side)
    {
        var half = side / 2;
        var result = new float[channels * half * half];
        for (var i = 0; i < result.Length; i++)
        {
            var first = ((((i / (half * half)) * side) + (i / half % half * 2)) * side) + (i % half * 2);
            result[i] = Math.Max(Math.Max(x[first], x[first + 1]), Math.Max(x[first + side], x[first + side + 1]));
        }

        return result;
    }
}
