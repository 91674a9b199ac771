using TorchSharp;
using VqganBot.Generation.Checkpoints;
using VqganBot.Generation.Tests.Transformer;
using VqganBot.Generation.Tests.Verification;
using VqganBot.Generation.Vqgan;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.Vqgan;

public sealed class ClipGenVqganTests : IDisposable
{
    private static readonly VqganConfig Config = TinyVqgan.Plain with { EmbedDim = 10, ZChannels = 10, ResBlocks = 2, ChannelMultipliers = [1, 2, 2], AttentionResolutions = [8, 16] };

    private readonly TemporaryFolder _folder = new();
    private readonly MadeWeights _weights = new();

    public ClipGenVqganTests()
    {
        File.WriteAllText(_folder["vqgan.yaml"], Config.ToYaml());
        AddHalf("encoder", "down", [(32, 32, false, true), (32, 64, true, true), (64, 64, true, false)], Config.ResBlocks);
        AddHalf("decoder", "up", [(64, 64, true, true), (64, 64, true, true), (64, 32, false, false)], Config.ResBlocks + 1);
        _weights.AddLayer("encoder.conv_in", 32, 3, 3, 3);
        // So faint that the first normalisations feel what ε they have.
        _weights["encoder.conv_in.weight"].mul_(0.002);
        _weights["encoder.conv_in.bias"].mul_(0.002);
        _weights.AddLayer("encoder.final.0", 64);
        _weights.AddLayer("encoder.final.2", 10, 64, 3, 3);
        _weights.AddLayer("encoder.final.3", 10, 10, 1, 1);
        _weights.AddLayer("decoder.quant_conv_in", 10, 10, 1, 1);
        _weights.AddLayer("decoder.conv_in", 64, 10, 3, 3);
        _weights.AddLayer("decoder.final.0", 32);
        _weights.AddLayer("decoder.final.2", 3, 32, 3, 3);
        _weights.Add("quantizer.embedding.weight", 40, 10);
        _weights.AddLayer("discriminator.main.0", 64, 3, 4, 4);
    }

    public void Dispose()
    {
        _folder.Dispose();
        _weights.Dispose();
    }

    [Fact]
    public void Load_ClipGensNames_ComputesWhatTheFileAsksForInItsOrder()
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable still = no_grad();
        _weights.Write(_folder["vqgan.pt"]);

        using VqganModel model = VqganModel.Load(_folder["vqgan.yaml"], _folder["vqgan.pt"]);

        PlainClipGenVqgan plain = new(_weights);
        Tensor picture = TinyVqgan.Image(24, 16), z = plain.Encode(picture), codes = model.lookup(model.quantize(z).indices);
        AssertNear(z, model.encode(picture));
        AssertNear(plain.Decode(codes), model.decode(codes));
        Assert.Equal(CheckpointKind.VqModel, CheckpointInspector.Inspect(_folder["vqgan.pt"]).Kind);
    }

    [Fact]
    public void Load_NormalisationThatIsUnknown_SaysWhich()
    {
        _weights.AddLayer("decoder.up.0.block.4", 64);
        _weights.Write(_folder["vqgan.pt"]);

        Assert.Contains("decoder.up.0.block.4", Assert.Throws<CheckpointException>(() => VqganModel.Load(_folder["vqgan.yaml"], _folder["vqgan.pt"])).Message);
    }

    [Fact]
    public void ToYaml_AnotherEpsilon_IsReadBack()
    {
        File.WriteAllText(_folder["other.yaml"], (Config with { NormEps = 1e-5 }).ToYaml());

        Assert.Equal(1e-5, VqganConfig.FromYaml(_folder["other.yaml"]).NormEps);
        Assert.DoesNotContain("norm_eps", Config.ToYaml());
    }

    private void AddHalf(string half, string sequence, (int From, int To, bool Attention, bool Resampled)[] levels, int blocks)
    {
        int next = 0;
        foreach ((int from, int to, bool attention, bool resampled) in levels)
        {
            for (int block = 0; block < blocks; block++)
            {
                AddBlock($"{half}.{sequence}.{next++}", block == 0 ? from : to, to);
                if (attention)
                    AddAttention($"{half}.{sequence}.{next++}", to);
            }

            if (resampled)
                _weights.AddLayer($"{half}.{sequence}.{next++}.conv", to, to, 3, 3);
        }

        AddBlock($"{half}.mid.0", 64, 64);
        AddAttention($"{half}.mid.1", 64);
        AddBlock($"{half}.mid.2", 64, 64);
    }

    private void AddBlock(string name, int from, int to)
    {
        _weights.AddLayer(name + ".block.0", from);
        _weights.AddLayer(name + ".block.2", to, from, 3, 3);
        _weights.AddLayer(name + ".block.3", to);
        _weights.AddLayer(name + ".block.6", to, to, 3, 3);
        if (from != to)
            _weights.AddLayer(name + ".shortcut", to, from, 1, 1);
    }

    private void AddAttention(string name, int channels)
    {
        _weights.AddLayer(name + ".norm", channels);
        _weights.Add(name + ".attn.in_proj_weight", 3 * channels, channels);
        _weights.Add(name + ".attn.in_proj_bias", 3 * channels);
        _weights.AddLayer(name + ".attn.out_proj", channels, channels);
    }

    private static void AssertNear(Tensor expected, Tensor actual)
    {
        Assert.Equal(expected.shape, actual.shape);
        Assert.InRange((expected - actual).abs().max().item<float>() / expected.abs().max().item<float>(), 0, 1e-4);
    }
}
