using TorchSharp;
using VqganBot.Generation.Drafts;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.Drafts;

public sealed class LikeliestFirstTests
{
    [Theory]
    [InlineData(5, 2048)]
    [InlineData(2, 1)]
    public void Sort_AnyRows_FallsAndKeepsEqualOnesInOrder(int rows, int width)
    {
        using DisposeScope scope = NewDisposeScope();
        using Generator generator = new(3);
        // Rounded, so that many are equal, and of both signs.
        Tensor logits = (randn([rows, width], generator: generator) * 40).round() / 8;

        AssertSorted(logits);
    }

    [Fact]
    public void Sort_ZerosInfinitiesAndRowsThatLieApart_FallsAndKeepsEqualOnesInOrder()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor logits = tensor(
            new float[] { 0, 9, -0f, 9, float.NegativeInfinity, 9, 3e38f, 9, 1e-40f, 9, -1e-40f, 9, float.PositiveInfinity, 9, -3e38f, 9, 0, 9 }, new long[] { 1, 9, 2 });

        AssertSorted(logits.select(2, 0));
    }

    // Of equal ones libtorch's plain sort promises no order; here the lower code comes first.
    private static void AssertSorted(Tensor logits)
    {
        (Tensor sorted, Tensor codes) = LikeliestFirst.Sort(logits);

        long width = logits.shape[1];
        float[] all = logits.contiguous().data<float>().ToArray();
        int[] expected = [.. all.Chunk((int)width).SelectMany(row => Enumerable.Range(0, row.Length).OrderByDescending(code => row[code]))];
        Assert.Equal(expected, codes.data<long>().ToArray().Select(code => (int)code));
        Assert.Equal(logits.sort(-1, true).Values.data<float>().ToArray(), sorted.data<float>().ToArray());
    }
}
