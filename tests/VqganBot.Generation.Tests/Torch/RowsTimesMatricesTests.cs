using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.Torch;

public sealed class RowsTimesMatricesTests
{
    [Theory]
    [InlineData(3, 2, 32, 64, 37)]
    [InlineData(1, 1, 5, 1, 1)]
    [InlineData(40, 6, 7, 300, 299)]
    public void RowsTimesMatrices_PartOfACache_IsTheProduct(long batch, long heads, long inner, long places, long read)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable still = no_grad();
        using Generator generator = new(5);
        Tensor rows = randn([batch, 1, heads, inner], generator: generator).transpose(1, 2);              // [B,H,1,K], as the heads are split
        Tensor cache = randn([batch, heads, inner, places], generator: generator).narrow(3, 0, read);      // [B,H,K,J]

        Tensor product = TorchRuntime.RowsTimesMatrices(rows, cache);

        Tensor expected = matmul(rows.to(float64), cache.to(float64));
        Assert.Equal([batch, heads, 1, read], product.shape);
        Assert.True((product.to(float64) - expected).abs().max().item<double>() < 1e-5);
    }

    [Fact]
    public void RowsTimesMatrices_WhereAGradientIsWanted_HasOne()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor rows = ones([1, 1, 1, 2]).requires_grad_(true);

        TorchRuntime.RowsTimesMatrices(rows, full([1, 1, 2, 3], 2f)).sum().backward();

        Assert.Equal(new float[] { 6, 6 }, rows.grad!.data<float>().ToArray());
    }
}
