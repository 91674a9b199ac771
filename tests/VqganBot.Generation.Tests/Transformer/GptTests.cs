using TorchSharp;
using TorchSharp.Modules;
using VqganBot.Generation.Transformer;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.Transformer;

public sealed class GptTests
{
    private static readonly GptConfig Config = new(VocabSize: 20, BlockSize: 9, Layers: 2, Heads: 3, Width: 24);

    [Fact]
    public void Forward_LaterCodes_DoNotChangeEarlierLogits()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        var gpt = new Gpt(Config);

        Tensor a = gpt.call(torch.tensor(new long[] { 1, 2, 3, 4, 5 }, [1, 5])), b = gpt.call(torch.tensor(new long[] { 1, 2, 3, 9, 0 }, [1, 5]));

        Assert.Equal([1, 5, 20], a.shape);
        Assert.InRange((a - b).narrow(1, 0, 3).abs().max().item<float>(), 0, 1e-6);
        Assert.True((a - b).narrow(1, 3, 2).abs().max().item<float>() > 1e-4);
    }

    [Fact]
    public void Forward_UnmaskedBeginning_SeesItselfInBothDirections()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        var gpt = new Gpt(Config with { Unmasked = 2 });

        Tensor a = gpt.call(torch.tensor(new long[] { 1, 2, 3, 4 }, [1, 4])), b = gpt.call(torch.tensor(new long[] { 1, 9, 3, 4 }, [1, 4])), c = gpt.call(torch.tensor(new long[] { 1, 2, 9, 4 }, [1, 4]));

        Assert.True((a - b).narrow(1, 0, 1).abs().max().item<float>() > 1e-4);
        Assert.InRange((a - c).narrow(1, 0, 2).abs().max().item<float>(), 0, 1e-6);
    }

    [Fact]
    public void Backward_FreshNetwork_ReachesEveryParameter()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        var gpt = new Gpt(Config);

        gpt.call(torch.tensor(new long[] { 1, 2, 3 }, [1, 3])).pow(2).sum().backward();

        foreach ((string name, Parameter weight) in gpt.named_parameters())
            Assert.True(weight.grad is not null, $"{name} got no gradient");
    }

    [Fact]
    public void Forward_LongerThanTheBlock_SaysHowLongItMayBe()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        var gpt = new Gpt(Config);

        var e = Assert.Throws<ArgumentException>(() => gpt.call(torch.zeros([1, 10], ScalarType.Int64)));

        Assert.Contains("reads 9", e.Message);
    }
}
