using TorchSharp;
using TorchSharp.Modules;
using VqganBot.Generation.Vqgan;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.Vqgan;

public sealed class VqganModelTests
{
    [Theory]
    [InlineData(1, 20, 36)]
    [InlineData(1, 2, 2)]
    [InlineData(2, 24, 40)]
    [InlineData(4, 8, 64)]
    public void Decode_OfEncode_KeepsThePicturesSize(int patch, int height, int width)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        VqganConfig config = TinyVqgan.Plain with { PatchSize = patch };
        VqganModel vqgan = TinyVqgan.Fresh(config);

        Tensor latent = vqgan.encode(TinyVqgan.Image(height, width, 2));
        (Tensor quantized, Tensor indices) = vqgan.quantize(latent);

        long h = height / config.DownsampleFactor, w = width / config.DownsampleFactor;
        Assert.Equal([2, 6, h, w], latent.shape);
        Assert.Equal([2, h, w], indices.shape);
        Assert.Equal([2, 6, h, w], quantized.shape);
        Assert.Equal([2, 3, height, width], vqgan.decode(quantized).shape);
    }

    [Fact]
    public void Quantize_AnyLatent_TakesTheNearestCode()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        VqganModel vqgan = TinyVqgan.Fresh(TinyVqgan.Plain);
        torch.manual_seed(17);
        Tensor z = torch.randn([2, 6, 3, 5]) * 0.02;

        (Tensor quantized, Tensor indices) = vqgan.quantize(z);

        Tensor all = z.permute(0, 2, 3, 1).unsqueeze(3) - vqgan.codebook;           // [2,3,5,40,6]
        Assert.True(all.pow(2).sum([4]).argmin(3).eq(indices).all().item<bool>());
        Assert.Equal(0, (vqgan.lookup(indices) - quantized).abs().max().item<float>());
        Assert.Equal(0, (vqgan.codebook[indices[1, 2, 4].item<long>()] - quantized.permute(0, 2, 3, 1)[1, 2, 4]).abs().max().item<float>());
    }

    [Fact]
    public void Quantize_TwoCodesEquallyNear_TakesTheFirst()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        VqganModel vqgan = TinyVqgan.Fresh(TinyVqgan.Plain);
        using (torch.no_grad())
            vqgan.codebook.copy_(torch.ones_like(vqgan.codebook));

        (_, Tensor indices) = vqgan.quantize(torch.zeros([1, 6, 2, 2]));

        Assert.Equal(0, indices.abs().max().item<long>());
    }

    [Fact]
    public void Quantize_CodebookThatLearned_UsesItsNewLengths()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        VqganModel vqgan = TinyVqgan.Fresh(TinyVqgan.Plain);
        Tensor z = torch.zeros([1, 6, 1, 1]);
        vqgan.quantize(z);
        using (torch.no_grad())
        {
            vqgan.codebook.fill_(1);
            vqgan.codebook[7].fill_(0);
        }

        Assert.Equal(7, vqgan.quantize(z).indices.item<long>());
    }

    [Fact]
    public void StraightThrough_Backward_HandsTheGradientToTheLatent()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor z = torch.randn([1, 6, 2, 2]).requires_grad_(true), codes = torch.randn([1, 6, 2, 2]), weights = torch.randn([1, 6, 2, 2]);

        Tensor through = VqganModel.straight_through(z, codes);
        (through * weights).sum().backward();

        Assert.Equal(0, (through - codes).abs().max().item<float>());
        Assert.Equal(0, (z.grad! - weights).abs().max().item<float>());
    }

    [Theory]
    [InlineData("taming.models.vqgan.VQModel")]
    [InlineData("taming.models.vqgan.GumbelVQ")]
    public void Backward_FreshNetwork_ReachesEveryParameterOfTheReconstruction(string target)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        VqganModel vqgan = TinyVqgan.Fresh(TinyVqgan.Plain with { Target = target, Dropout = 0.1 });
        Tensor image = TinyVqgan.Image(16, 16);

        Tensor latent = vqgan.encode(image);
        (Tensor codes, _) = vqgan.quantize(latent);
        ((vqgan.decode(VqganModel.straight_through(latent, codes)) - image).pow(2).mean() + (codes - latent.detach()).pow(2).mean()).backward();

        foreach ((string name, Parameter weight) in vqgan.named_parameters())
            Assert.True(weight.grad is not null || name.StartsWith("quantize.proj.", StringComparison.Ordinal), $"{name} got no gradient");
    }

    [Fact]
    public void QuantizeEncoded_Gumbel_TakesTheLikeliestCodeAndNotTheNearest()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        VqganModel vqgan = TinyVqgan.Fresh(TinyVqgan.Plain with { Target = "taming.models.vqgan.GumbelVQ" });
        Tensor latent = torch.randn([1, 6, 4, 4]);
        Dictionary<string, Tensor> state = vqgan.state_dict();
        Tensor logits = torch.matmul(latent.permute(0, 2, 3, 1), state["quantize.proj.weight"].view(40, 6).t()) + state["quantize.proj.bias"];

        (_, Tensor indices) = vqgan.quantize_encoded(latent);

        Assert.True(logits.argmax(3).eq(indices).all().item<bool>());
    }

    [Fact]
    public void Constructor_ChannelsThatDoNotFormGroups_SaysSo()
    {
        using DisposeScope scope = torch.NewDisposeScope();

        var e = Assert.Throws<ArgumentException>(() => new VqganModel(TinyVqgan.Plain with { Channels = 40 }));

        Assert.Contains("multiple of 32", e.Message);
    }
}
