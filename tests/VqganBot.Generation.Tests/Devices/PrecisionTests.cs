using TorchSharp;
using VqganBot.Generation.Clip;
using VqganBot.Generation.Devices;
using VqganBot.Generation.Packs;
using VqganBot.Generation.Synthesis;
using VqganBot.Generation.Tests.Synthesis;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.Devices;

public sealed class PrecisionTests
{
    private static readonly PaintingRequest Request = new()
    {
        Prompt = "a sea", Width = 48, Height = 48, Steps = 30, Seed = 3, Model = "tiny",
        Settings = Presets.Get("best") with { CutoutCount = 8, LatentAverageDecay = 0 },
    };

    [Theory]
    [InlineData(9, PrecisionChoice.Auto, ScalarType.BFloat16, true, true, 1)]
    [InlineData(8, PrecisionChoice.Float16, ScalarType.Float16, true, true, 8192)]
    [InlineData(7, PrecisionChoice.Auto, ScalarType.Float16, true, false, 8192)]
    [InlineData(6, PrecisionChoice.Auto, null, false, false, 1)]
    [InlineData(9, PrecisionChoice.Float32, null, false, false, 1)]
    [InlineData(0, PrecisionChoice.Auto, null, false, false, 1)]
    [InlineData(0, PrecisionChoice.Bfloat16, ScalarType.BFloat16, false, false, 1)]
    public void For_EachKindOfDevice_TakesTheFastestItIsGoodAt(int capability, PrecisionChoice choice, ScalarType? narrow, bool channelsLast, bool tf32, double scale)
    {
        Precision precision = Precision.For(choice, Device(capability));
        Assert.Equal((narrow, channelsLast, tf32, scale), (precision.Narrow, precision.ChannelsLast, precision.Tf32, precision.Scaling.Scale));
    }

    [Theory]
    [InlineData(0, PrecisionChoice.Float16, "bfloat16, float32")]
    [InlineData(7, PrecisionChoice.Bfloat16, "float16, float32")]
    public void For_AFormatTheDeviceLacks_SaysWhichItHas(int capability, PrecisionChoice choice, string others)
    {
        string message = Assert.Throws<PrecisionException>(() => Precision.For(choice, Device(capability))).Message;
        Assert.Contains($"cannot compute in {choice.ToString().ToLowerInvariant()}; it can in {others}.", message, StringComparison.Ordinal);
    }

    // In small steps: with random networks larger ones soon lead to another picture, no worse.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Advance_InBfloat16_ComesToTheLossesOfFloat32(bool channelsLast)
    {
        double[] plain = Losses(Precision.Float32), narrow = Losses(new Precision { Narrow = ScalarType.BFloat16, ChannelsLast = channelsLast });
        Assert.NotEqual(plain, narrow);
        Assert.All(plain.Zip(narrow), pair => Assert.InRange(pair.Second / pair.First, 0.99, 1.01));
    }

    [Fact]
    public void Decode_InBfloat16_PullsWhereFloat32Does()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor plain = Gradient(Precision.Float32), narrow = Gradient(new Precision { Narrow = ScalarType.BFloat16 });
        Assert.InRange(((plain * narrow).sum() / (plain.norm() * narrow.norm())).ToDouble(), 0.995, 0.9999999);
    }

    [Fact]
    public void ComputeIn_Bfloat16_StoresWeightsNarrowAndNormsWide()
    {
        using ModelPack pack = TinyPack.Create();
        pack.ComputeIn(Precision.For(PrecisionChoice.Bfloat16, Device(0)));

        (string Name, ScalarType Type)[] weights = [.. pack.Vqgan.named_parameters().Select(it => (it.name, it.parameter.dtype))];
        Assert.All(weights.Where(it => it.Name.StartsWith("decoder", StringComparison.Ordinal)), it =>
            Assert.Equal(it.Name.Contains("norm", StringComparison.Ordinal) ? ScalarType.Float32 : ScalarType.BFloat16, it.Type));
        Assert.All(weights.Where(it => !it.Name.StartsWith("decoder", StringComparison.Ordinal)), it => Assert.Equal(ScalarType.Float32, it.Type));
        using Tensor drawn = pack.Vqgan.decode(zeros(1, 8, 4, 4));
        Assert.Equal(ScalarType.Float32, drawn.dtype);
    }

    [Fact]
    public void EncodeImage_OfAResNetInBfloat16_IsNearFloat32()
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable still = no_grad();
        using ClipModel clip = new(new ClipConfig(16, new ModifiedResNetConfig(32, 8, [1, 1, 1, 1]), new ClipTextConfig(8, 514, 32, 1)));
        clip.eval();
        Tensor picture = rand([2, 3, 32, 32]), wide = clip.encode_image(picture);
        clip.ComputeIn(new Precision { Narrow = ScalarType.BFloat16 });
        Tensor narrow = clip.encode_image(picture);
        Assert.Equal(ScalarType.Float32, narrow.dtype);
        Assert.InRange(((narrow - wide).norm() / wide.norm()).ToDouble(), 1e-6, 0.05);
    }

    // What float16 does to a gradient on a GPU cannot be run here; that scaling takes nothing else along can.
    [Fact]
    public void Paint_WithScaledLosses_IsThePictureWithout()
    {
        using ModelPack pack = TinyPack.Create();
        using Painting plain = new Painter(pack).Start(Request), scaled = new(new Painter(pack).Start(Request).Tools with { Scaling = new LossScaling(8192) }, State(pack));
        for (int step = 0; step < 3; step++)
            Assert.Equal(plain.Advance().Loss, scaled.Advance().Loss, 1e-6);
        Assert.Equal(plain.Render().Pixels.ToArray(), scaled.Render().Pixels.ToArray());

        static PaintingState State(ModelPack pack) => new Painter(pack).Start(Request).State;
    }

    private static double[] Losses(Precision precision)
    {
        using ModelPack pack = TinyPack.Create();
        pack.ComputeIn(precision);
        using Painting painting = new Painter(pack).Start(Request with { Settings = Request.Settings with { LearningRate = 0.001 } });
        return [.. Enumerable.Range(0, 6).Select(_ => painting.Advance().Loss)];
    }

    private static Tensor Gradient(Precision precision)
    {
        using ModelPack pack = TinyPack.Create();
        pack.ComputeIn(precision);
        _ = new Painter(pack);
        using Generator generator = new(9, CPU);
        Tensor codes = randn([2, 8, 8, 8], float32, CPU, false, generator).requires_grad_(true), image = pack.Vqgan.decode(codes);
        (image * randn(image.shape, float32, CPU, false, generator)).sum().backward();
        return codes.grad!.flatten();
    }

    private static DeviceFacts Device(int capability) => capability == 0
        ? DeviceFacts.Of(CPU)
        : new DeviceFacts(DeviceType.CUDA, "a GPU") { Capability = (capability, 0), CanNarrow = true, HasGraphs = true };
}
