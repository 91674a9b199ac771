using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.Torch;

public sealed class GeneratorTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Generators_OfOneSeed_GiveTheSameNumbers()
    {
        using var first = new Generator(42);
        using var second = new Generator(42);

        Assert.True(randn([3, 4], generator: first).Equals(randn([3, 4], generator: second)));
        Assert.True(rand(5, generator: first).Equals(rand(5, generator: second)));
        Assert.True(randint(0, 9, new long[] { 7 }, generator: first).Equals(randint(0, 9, new long[] { 7 }, generator: second)));
        Assert.True(randperm(6, generator: first).Equals(randperm(6, generator: second)));
        Assert.True(ones(9).multinomial(3, false, first).Equals(ones(9).multinomial(3, false, second)));
        Assert.True(empty(4).normal_(1, 2, first).Equals(empty(4).normal_(1, 2, second)));
        Assert.True(empty(4).uniform_(1, 2, first).Equals(empty(4).uniform_(1, 2, second)));
        Assert.True(full(8, 0.5).bernoulli(first).Equals(full(8, 0.5).bernoulli(second)));
    }

    [Fact]
    public void Generators_OfOtherSeeds_GiveOtherNumbers()
    {
        using var first = new Generator(1);
        using var second = new Generator(ulong.MaxValue);

        Assert.False(randn(16, generator: first).Equals(randn(16, generator: second)));
    }

    [Fact]
    public void Generator_OfSeedZero_GivesPyTorchsNumbers()
    {
        // torch.randn(3, generator=torch.Generator().manual_seed(0)) of PyTorch 1.13.
        using var generator = new Generator(0);

        Tensor numbers = randn(3, generator: generator);

        Assert.True(numbers.allclose(tensor(new float[] { 1.5409961f, -0.2934289f, -2.1787894f }), 1e-6));
    }

    [Fact]
    public void Generator_OfItsOwn_LeavesTheCommonStreamAlone()
    {
        using var common = Generator.Default;
        Tensor before = common.get_state();
        using var own = new Generator(3);
        _ = rand(100, generator: own);

        Assert.Equal(3, own.initial_seed());
        Assert.True(before.shape.Length == 1 && before.NumberOfElements > 0);
    }

    [Fact]
    public void State_GivenBack_RepeatsTheNumbers()
    {
        using var generator = new Generator(9);
        _ = rand(3, generator: generator);
        Tensor state = generator.get_state();
        Tensor first = rand(5, generator: generator);

        generator.set_state(state);

        Assert.True(first.Equals(rand(5, generator: generator)));
    }

    [Fact]
    public void ManualSeed_StartsTheStreamAnew()
    {
        using var generator = new Generator(9);
        Tensor first = rand(5, generator: generator);

        generator.manual_seed(9);

        Assert.True(first.Equals(rand(5, generator: generator)));
    }

    [Fact]
    public void Disposed_WhenUsed_SaysSo()
    {
        var generator = new Generator(1);
        generator.Dispose();

        Assert.Throws<ObjectDisposedException>(() => rand(1, generator: generator));
    }
}
