using System.Text;
using VqganBot.Generation.Checkpoints;
using VqganBot.Generation.Vqgan;

namespace VqganBot.Tests.Checkpoints;

public sealed class VqganConfigTests : IDisposable
{
    private const string Good = """
        model:
          base_learning_rate: 4.5e-06
          target: taming.models.vqgan.VQModel
          params:
            embed_dim: 256
            n_embed: 16384
            ddconfig:
              double_z: False
              z_channels: 128
              resolution: 256
              in_channels: 3
              out_ch: 3
              ch: 128
              ch_mult: [1, 1, 2, 2, 4]
              num_res_blocks: 2
              attn_resolutions:
              - 16
              dropout: 0.0
            lossconfig:
              target: torch.nn.Identity
        """;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void FromYaml_Imagenet_GivesItsDimensions()
    {
        var config = Read(Good);
        Assert.Equal("taming.models.vqgan.VQModel", config.Target);
        Assert.Equal((256, 16384, 128, 256, 128, 2), (config.EmbedDim, config.NEmbed, config.ZChannels, config.Resolution, config.Channels, config.ResBlocks));
        Assert.Equal([1, 1, 2, 2, 4], config.ChannelMultipliers);
        Assert.Equal([16], config.AttentionResolutions);
        Assert.False(config.DoubleZ);
        Assert.Equal(16, config.DownsampleFactor);
    }

    [Fact]
    public void FromYaml_Net2Net_GivesItsFirstStage()
    {
        var inner = string.Join('\n', Good.Split('\n')[1..].Select(line => "    " + line));
        var config = Read("model:\n  target: taming.models.cond_transformer.Net2NetTransformer\n  params:\n    transformer_config:\n      target: x\n    first_stage_config:\n" + inner);
        Assert.Equal(("taming.models.vqgan.VQModel", 16384), (config.Target, config.NEmbed));
    }

    [Fact]
    public void ToYaml_WithPatches_ReadsBackEqual()
    {
        var config = Read(Good) with { PatchSize = 2, Dropout = 0.125, Target = "taming.models.vqgan.GumbelVQ", AttentionResolutions = [] };
        var again = Read(config.ToYaml());
        Assert.Equal(32, again.DownsampleFactor);
        Assert.Equal(config with { ChannelMultipliers = again.ChannelMultipliers, AttentionResolutions = again.AttentionResolutions }, again);
        Assert.Equal(config.ChannelMultipliers, again.ChannelMultipliers);
        Assert.Empty(again.AttentionResolutions);
    }

    [Theory]
    [InlineData("vqgan/model.yaml", 256, 4)]
    [InlineData("vqgan_gumbel/model.yaml", 128, 2)]
    public void FromYaml_GoldenFile_IsRead(string name, int codes, int factor)
    {
        var config = VqganConfig.FromYaml(Fixture.Golden(name));
        Assert.Equal((codes, factor), (config.NEmbed, config.DownsampleFactor));
    }

    [Theory]
    [InlineData("n_embed: 16384", "n_embed: lots", "model.params.n_embed", "'lots'")]
    [InlineData("n_embed: 16384", "n_embed: -1", "model.params.n_embed", "'-1'")]
    [InlineData("n_embed: 16384", "n_embed: 99999999999", "model.params.n_embed", "99999999999")]
    [InlineData("    n_embed: 16384\n", "", "model.params.n_embed", "missing")]
    [InlineData("ch_mult: [1, 1, 2, 2, 4]", "ch_mult: []", "model.params.ddconfig.ch_mult", "list of 1 to 10")]
    [InlineData("ch_mult: [1, 1, 2, 2, 4]", "ch_mult: 4", "model.params.ddconfig.ch_mult", "list of 1 to 10")]
    [InlineData("ch_mult: [1, 1, 2, 2, 4]", "ch_mult: [1, x]", "model.params.ddconfig.ch_mult.1", "'x'")]
    [InlineData("dropout: 0.0", "dropout: 1.5", "model.params.ddconfig.dropout", "'1.5'")]
    [InlineData("double_z: False", "double_z: maybe", "model.params.ddconfig.double_z", "'maybe'")]
    [InlineData("double_z: False", "resamp_with_conv: false", "model.params.ddconfig.resamp_with_conv", "convolution")]
    [InlineData("resolution: 256", "resolution: 8", "model.params.ddconfig.resolution", "less than")]
    [InlineData("taming.models.vqgan.VQModel", "os.system", "model.target", "'os.system'")]
    [InlineData("embed_dim: 256", "n_embed: 16384", "model.params.n_embed", "twice")]
    [InlineData("dropout: 0.0", "dropout: *x", "model.params.ddconfig.dropout", "alias")]
    [InlineData("dropout: 0.0", "dropout: [", null, "YAML")]
    [InlineData("dropout: 0.0", "dropout: [[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]", null, "nested")]
    public void FromYaml_MissingOrAbsurdValue_NamesIt(string good, string bad, string? key, string expected)
    {
        Assert.Contains(good, Good, StringComparison.Ordinal);
        var fault = Assert.Throws<CheckpointException>(() => Read(Good.Replace(good, bad, StringComparison.Ordinal)));
        Assert.Equal(key, fault.Key);
        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing\n")]
    [InlineData("just text")]
    [InlineData("- a\n- b\n")]
    [InlineData("\u0000\u0001")]
    [InlineData("a: &x [1]\nb: *x\n")]
    [InlineData("? [a]\n: b\n")]
    public void FromYaml_SomethingElse_IsRefused(string text) => Assert.Throws<CheckpointException>(() => Read(text));

    [Fact]
    public void FromYaml_LongOrMissingFile_IsRefused()
    {
        Assert.Contains("longer", Assert.Throws<CheckpointException>(() => Read(new string('#', 300_000))).Message, StringComparison.Ordinal);
        Assert.Contains("no such file", Assert.Throws<CheckpointException>(() => VqganConfig.FromYaml(_folder.Path("none.yaml"))).Message, StringComparison.Ordinal);
        Assert.Throws<CheckpointException>(() => VqganConfig.FromYaml(_folder.Root));
    }

    [Fact]
    public void FromYaml_DamagedFiles_GiveConfigOrCheckpointException()
    {
        var random = new Random(9);
        const string Marks = "[]{}&*!|>'\"%@`,:-?#\n \t~0a";
        for (var round = 0; round < 1000; round++)
        {
            var text = new StringBuilder(Good);
            for (var change = random.Next(1, 6); change > 0; change--)
                text[random.Next(text.Length)] = Marks[random.Next(Marks.Length)];
            var fault = Record.Exception(() => Read(text.ToString()));
            Assert.True(fault is null or CheckpointException, $"{fault}\n{text}");
        }
    }

    private VqganConfig Read(string text) => VqganConfig.FromYaml(_folder.Write("model.yaml", Encoding.UTF8.GetBytes(text)));

    public void Dispose() => _folder.Dispose();
}
