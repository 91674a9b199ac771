using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.Torch;

/// <summary>The brackets: every expected array is what the same brackets give in Python.</summary>
public sealed class IndexingTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly Tensor _x = arange(24).reshape(2, 3, 4);

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Number_DropsTheDimension() => AssertIs(_x[1, 2], [4], 20, 21, 22, 23);

    [Fact]
    public void NegativeNumber_CountsFromTheEnd() => AssertIs(_x[-1, -1, -1], [], 23);

    [Fact]
    public void Slice_WithStep_Skips() => AssertIs(_x[0, TensorIndex.Slice(0, 3, 2), TensorIndex.Slice(1, 3)], [2, 2], 1, 2, 9, 10);

    [Fact]
    public void Range_OfCSharp_Works() => AssertIs(_x[0, 1.., ^1], [2], 7, 11);

    [Fact]
    public void Ellipsis_StandsForTheRest() => AssertIs(_x[TensorIndex.Ellipsis, 0], [2, 3], 0, 4, 8, 12, 16, 20);

    [Fact]
    public void Null_AddsADimension() => Assert.Equal([2, 1, 3, 4], _x[TensorIndex.Colon, TensorIndex.Null].shape);

    [Fact]
    public void Tensor_PicksRows() => AssertIs(_x[1][tensor(new long[] { 2, 0 })], [2, 4], 20, 21, 22, 23, 12, 13, 14, 15);

    [Fact]
    public void TensorAfterColon_PicksColumns() =>
        AssertIs(_x[TensorIndex.Single(0), TensorIndex.Colon, TensorIndex.Tensor(tensor(new long[] { 3, 0 }))], [3, 2], 3, 0, 7, 4, 11, 8);

    [Fact]
    public void Mask_PicksElements() => AssertIs(_x[_x > 20], [3], 21, 22, 23);

    [Fact]
    public void Brackets_OfNumbersAndSlices_ShareMemory()
    {
        _x[0, TensorIndex.Slice(0, 1)].fill_(9);

        Assert.Equal(9, _x[0, 0, 0].ToInt64());
    }

    [Fact]
    public void Assignment_ToASlice_SpreadsTheValue()
    {
        _x[TensorIndex.Ellipsis, TensorIndex.Slice(0, 2)] = tensor(-1L);

        AssertIs(_x[1, 1], [4], -1, -1, 18, 19);
    }

    [Fact]
    public void Assignment_ThroughAMask_ChangesOnlyWhatItPicks()
    {
        _x[_x < 22] = tensor(0L);

        Assert.Equal(22 + 23, _x.sum().ToInt64());
    }

    [Fact]
    public void IndexPut_Accumulating_AddsRepeatedPlaces()
    {
        Tensor counts = zeros(3);
        counts.index_put_(ones(4), [tensor(new long[] { 0, 2, 2, 2 })], true);

        Assert.Equal([1f, 0f, 3f], counts.data<float>().ToArray());
    }

    [Fact]
    public void Number_OutsideTheDimension_CarriesLibtorchsText()
    {
        var error = Assert.ThrowsAny<System.Runtime.InteropServices.ExternalException>(() => _x[5]);

        Assert.Contains("out of range", error.Message, StringComparison.Ordinal);
    }

    private static void AssertIs(Tensor tensor, long[] shape, params long[] values)
    {
        Assert.Equal(shape, tensor.shape);
        Assert.Equal(values, tensor.data<long>().ToArray());
    }
}
