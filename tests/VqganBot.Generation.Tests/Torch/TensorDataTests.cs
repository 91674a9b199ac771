using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.Torch;

/// <summary>Memory in and out, types, and what is refused.</summary>
public sealed class TensorDataTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Bytes_SetAndRead_AreTheSame()
    {
        Tensor x = zeros(2, ScalarType.Int16);
        x.bytes = new byte[] { 1, 0, 2, 1 };

        Assert.Equal([(short)1, (short)258], x.data<short>().ToArray());
        Assert.Equal([1, 0, 2, 1], x.bytes.ToArray());
    }

    [Fact]
    public void Bytes_OfAnotherLength_SayBothLengths()
    {
        Tensor x = zeros(2);

        var error = Assert.Throws<ArgumentException>(() => x.bytes = new byte[3]);

        Assert.Contains("8 bytes", error.Message, StringComparison.Ordinal);
        Assert.Contains("given 3", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_OfATransposedTensor_AreRefused() =>
        Assert.Throws<InvalidOperationException>(() => zeros(2, 3).t().bytes.Length);

    [Fact]
    public void Data_OfATransposedTensor_ComesInItsOrder()
    {
        Tensor x = tensor(new float[,] { { 1, 2, 3 }, { 4, 5, 6 } }).t();

        Assert.Equal([1f, 4f, 2f, 5f, 3f, 6f], x.data<float>().ToArray());
        Assert.Equal(5f, x.data<float>()[1, 1]);
    }

    [Fact]
    public void Data_OfAnotherType_IsRefused() => Assert.Throws<ArgumentException>(() => zeros(1).data<double>());

    [Fact]
    public void Item_OfSeveralElements_IsRefused() => Assert.Throws<ArgumentException>(() => zeros(2).item<float>());

    [Fact]
    public void Tensor_FromAnArrayOfAnotherLength_IsRefused() =>
        Assert.Throws<ArgumentException>(() => tensor(new float[5], [2, 3]));

    [Fact]
    public void Tensor_FromNumbers_HasTorchSharpsTypes()
    {
        Assert.Equal(ScalarType.Float32, tensor(1f).dtype);
        Assert.Equal(ScalarType.Float64, tensor(1.0).dtype);
        Assert.Equal(ScalarType.Int32, tensor(1).dtype);
        Assert.Equal(ScalarType.Int64, tensor(1L).dtype);
        Assert.Equal(ScalarType.Bool, tensor(true).dtype);
        Assert.Equal(ScalarType.Int64, arange(3).dtype);
        Assert.Equal(ScalarType.Float32, arange(0, 1, 0.5).dtype);
        Assert.Equal(ScalarType.Int64, randint(10, new long[] { 2 }).dtype);
    }

    [Fact]
    public void FromArray_OfRankThree_KeepsItsShape()
    {
        Tensor x = from_array(new int[2, 1, 2] { { { 1, 2 } }, { { 3, 4 } } });

        Assert.Equal([2, 1, 2], x.shape);
        Assert.Equal([1, 2, 3, 4], x.data<int>().ToArray());
    }

    [Theory]
    [InlineData(ScalarType.Float16)]
    [InlineData(ScalarType.BFloat16)]
    [InlineData(ScalarType.Float64)]
    [InlineData(ScalarType.Int8)]
    public void To_AnotherTypeAndBack_KeepsSmallWholeNumbers(ScalarType type)
    {
        Tensor x = tensor(new float[] { -3, 0, 7 });

        Tensor there = x.to(type);

        Assert.Equal(type, there.dtype);
        Assert.True(x.Equals(there.to(ScalarType.Float32)));
    }

    [Fact]
    public void Item_OfNarrowTypes_ReadsTheirValue()
    {
        Assert.Equal((Half)1.5f, tensor(1.5f).half().item<Half>());
        Assert.Equal(1.5f, tensor(1.5f).bfloat16().ToSingle());
        Assert.True(tensor(true).item<bool>());
    }

    [Fact]
    public void Disposed_WhenUsed_SaysSo()
    {
        Tensor x = ones(2);
        x.Dispose();

        Assert.Throws<ObjectDisposedException>(() => x + 1);
        Assert.Throws<ObjectDisposedException>(() => x.shape);
        Assert.Throws<ObjectDisposedException>(() => x.sum());
        Assert.Equal("disposed tensor", x.ToString());
        x.Dispose();
    }

    [Fact]
    public void Mismatch_OfMatrices_CarriesLibtorchsText()
    {
        var error = Assert.ThrowsAny<System.Runtime.InteropServices.ExternalException>(() => randn(2, 3).matmul(randn(2, 3)));

        Assert.IsType<TorchException>(error);
        Assert.Equal("mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)", error.Message);
    }

    [Fact]
    public void Memory_BeyondTheMachine_IsAnErrorAndNotTheEnd()
    {
        var error = Assert.Throws<TorchException>(() => empty(1L << 50));

        Assert.Contains("memory", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToString_OfASmallTensor_ShowsItsValues() =>
        Assert.Equal("[2], type = Float32, device = cpu, value = 1, 2.5", tensor(new float[] { 1, 2.5f }).ToString());

    [Fact]
    public void Device_ThatDoesNotExist_IsNamed()
    {
        Assert.Equal(DeviceType.CUDA, device("cuda:1").type);
        Assert.Equal(1, device("cuda:1").index);
        Assert.Contains("'gpu'", Assert.Throws<ArgumentException>(() => device("gpu")).Message, StringComparison.Ordinal);
    }
}
