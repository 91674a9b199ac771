using TorchSharp;
using VqganBot.Generation.Synthesis;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.Synthesis;

public sealed class PromptTargetTests
{
    [Theory]
    [InlineData(10, 1)]
    [InlineData(60, 1)]
    [InlineData(90, 2.5)]
    [InlineData(170, 0.5)]
    [InlineData(60, -0.4)]
    public void Loss_TwoPoints_IsHalfTheSquaredAngleTimesTheWeight(double degrees, double weight)
    {
        using DisposeScope scope = NewDisposeScope();
        using PromptTarget target = new(tensor(new[] { 3f, 0f }, new long[] { 1, 2 }), weight, double.NegativeInfinity);
        double angle = degrees * Math.PI / 180;
        PromptLoss loss = target.Loss(At(angle));
        Assert.Equal(weight * angle * angle / 2, loss.Told.item<float>(), 4);
        Assert.Equal(loss.Told.item<float>(), loss.Pulling.item<float>());
    }

    [Theory]
    [InlineData(1.0, double.NegativeInfinity, true)]
    [InlineData(1.0, 0.5, true)]
    [InlineData(1.0, 0.6, false)]
    [InlineData(2.0, 0.5, true)]
    [InlineData(-1.0, 0.0, false)]
    [InlineData(-1.0, -0.5, false)]
    [InlineData(-1.0, -0.6, true)]
    public void Loss_Stop_HoldsTheGradientButNotTheLoss(double weight, double stop, bool pulls)
    {
        // The angle is 60°, so the distance is 0.548, and with a negative weight −0.548.
        using DisposeScope scope = NewDisposeScope();
        using PromptTarget target = new(tensor(new[] { 1f, 0f }, new long[] { 1, 2 }), weight, stop);
        Tensor u = At(Math.PI / 3).requires_grad_(true);
        PromptLoss loss = target.Loss(u);
        loss.Pulling.backward();
        Assert.Equal(weight * 0.5483, loss.Told.item<float>(), 3);
        Assert.Equal(pulls, u.grad!.abs().sum().item<float>() > 0);
    }

    [Fact]
    public void Loss_ManyViewsAndManyPoints_IsTheMeanOverAllPairs()
    {
        using DisposeScope scope = NewDisposeScope();
        using PromptTarget target = new(cat([At(0), At(1)], 0), 1, double.NegativeInfinity);
        double expected = new[] { 0.2, 0.5, 1.5 }.SelectMany(u => new[] { 0.0, 1.0 }.Select(v => (u - v) * (u - v) / 2)).Average();
        Assert.Equal(expected, target.Loss(cat([At(0.2), At(0.5), At(1.5)], 0)).Told.item<float>(), 4);
    }

    [Fact]
    public void Loss_ViewAtThePrompt_HasAFiniteGradient()
    {
        using DisposeScope scope = NewDisposeScope();
        using PromptTarget target = new(At(0), 1, double.NegativeInfinity);
        Tensor u = At(0).requires_grad_(true);
        target.Loss(u).Pulling.backward();
        Assert.Equal([0f, 0f], u.grad!.data<float>().ToArray());
    }

    private static Tensor At(double angle) => tensor(new[] { (float)Math.Cos(angle), (float)Math.Sin(angle) }, new long[] { 1, 2 });
}
