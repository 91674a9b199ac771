using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.Torch;

public sealed class AutogradTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Backward_Twice_AddsUp()
    {
        Tensor x = tensor(3.0).requires_grad_();
        (x * x).backward();
        (x * x).backward();

        Assert.Equal(12, x.grad!.ToDouble());
    }

    [Fact]
    public void Backward_WithAGradient_ScalesByIt()
    {
        Tensor x = ones(3).requires_grad_();
        (2 * x).backward([tensor(new float[] { 1, 10, 100 })]);

        Assert.Equal([2f, 20f, 200f], x.grad!.data<float>().ToArray());
    }

    [Fact]
    public void Backward_SecondTimeThroughOneGraph_NeedsRetainGraph()
    {
        Tensor x = ones(1).requires_grad_();
        Tensor kept = x.exp();
        kept.backward([ones(1)], true);
        kept.backward([ones(1)]);

        Assert.ThrowsAny<System.Runtime.InteropServices.ExternalException>(() => kept.backward([ones(1)]));
    }

    [Fact]
    public void Backward_OnlyToSomeInputs_LeavesTheOthers()
    {
        Tensor x = ones(1).requires_grad_();
        Tensor y = ones(1).requires_grad_();
        (x * y).backward(null, false, false, [x]);

        Assert.NotNull(x.grad);
        Assert.Null(y.grad);
    }

    [Fact]
    public void Grad_OfASecondDerivative_IsExact()
    {
        Tensor x = tensor(2.0).requires_grad_();
        Tensor first = autograd.grad([x.pow(3)], [x], null, false, true)[0];
        Tensor second = autograd.grad([first], [x])[0];

        Assert.Equal(12, first.ToDouble());
        Assert.Equal(12, second.ToDouble());
        Assert.Null(x.grad);
    }

    [Fact]
    public void Grad_OfAnUnusedInput_SaysSo()
    {
        Tensor x = ones(1).requires_grad_();
        Tensor y = ones(1).requires_grad_();

        var error = Assert.ThrowsAny<System.Runtime.InteropServices.ExternalException>(() => autograd.grad([x * 2], [y]));

        Assert.Contains("not have been used in the graph", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NoGrad_UntilDisposed_RemembersNothing()
    {
        Tensor x = ones(1).requires_grad_();
        using (no_grad())
        {
            Assert.False(is_grad_enabled());
            Assert.False((x * 2).requires_grad);
            using (enable_grad())
                Assert.True((x * 2).requires_grad);
        }

        Assert.True((x * 2).requires_grad);
    }

    [Fact]
    public void InferenceMode_UntilDisposed_MakesInferenceTensors()
    {
        Tensor x = ones(1).requires_grad_();
        using (inference_mode())
        {
            Assert.True(is_inference_mode_enabled());
            Assert.False((x * 2).requires_grad);
        }

        Assert.False(is_inference_mode_enabled());
    }

    [Fact]
    public void Detach_CutsTheGraph_AndSharesTheMemory()
    {
        Tensor x = ones(2).requires_grad_();
        Tensor cut = x.detach();
        cut.mul_(5);

        Assert.False(cut.requires_grad);
        Assert.Equal(10, x.sum().ToDouble());
    }

    [Fact]
    public void RetainGrad_OfAnInnerTensor_KeepsItsGradient()
    {
        Tensor x = ones(1).requires_grad_();
        Tensor inner = x * 3;
        inner.retain_grad();
        (inner * inner).sum().backward();

        Assert.Equal(6, inner.grad!.ToDouble());
        Assert.False(inner.is_leaf);
        Assert.True(x.is_leaf);
    }

    [Fact]
    public void StraightThrough_ByDetachArithmetic_PassesTheGradientOn()
    {
        Tensor x = tensor(new float[] { 0.2f, 0.7f }).requires_grad_();
        (x + (x.round() - x).detach()).sum().backward();

        Assert.Equal([1f, 1f], x.grad!.data<float>().ToArray());
    }
}
