using TorchSharp;
using VqganBot.Generation.Synthesis;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.Synthesis;

public sealed class ClampWithGradTests
{
    /// <summary>A descent step moves x against its gradient; one that leads further out of 0…1 is blocked.</summary>
    [Theory]
    [InlineData(0.5f, 1f, 1f)]
    [InlineData(0.5f, -1f, -1f)]
    [InlineData(0f, 1f, 1f)]
    [InlineData(1f, -1f, -1f)]
    [InlineData(1.5f, 1f, 1f)]
    [InlineData(1.5f, -1f, 0f)]
    [InlineData(-0.5f, 1f, 0f)]
    [InlineData(-0.5f, -1f, -1f)]
    [InlineData(-0.5f, 0f, 0f)]
    [InlineData(1.5f, 0f, 0f)]
    public void Backward_ValueAndGradient_PassUnlessTheStepLeadsFurtherOut(float x, float gradient, float passed)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor leaf = tensor(new[] { x }).requires_grad_(true);
        ClampWithGrad clamp = new(leaf * 1, 0, 1);
        (clamp.Value * gradient).sum().backward();
        clamp.Backward();
        Assert.Equal(Math.Clamp(x, 0, 1), clamp.Value.detach().data<float>()[0]);
        Assert.Equal(passed, leaf.grad!.data<float>()[0]);
    }

    [Fact]
    public void Backward_AfterSeveralBatches_TakesTheirSumOnce()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor leaf = tensor(new[] { 0.5f, 1.5f, 1.5f }).requires_grad_(true);
        ClampWithGrad clamp = new(leaf * 2, 0, 3);
        (clamp.Value * tensor(new[] { 1f, -3f, 1f })).sum().backward();
        (clamp.Value * tensor(new[] { 1f, 5f, 1f })).sum().backward();
        clamp.Backward();
        Assert.Equal([4f, 4f, 4f], leaf.grad!.data<float>().ToArray());
    }
}
