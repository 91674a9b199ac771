namespace TorchSharp;

/// <summary>Small conveniences around tensors and their types.</summary>
public static class TensorExtensionMethods
{
    /// <summary>The bytes of one element of the type.</summary>
    public static int ElementSize(this torch.ScalarType type) => type switch
    {
        torch.ScalarType.Byte or torch.ScalarType.Int8 or torch.ScalarType.Bool => 1,
        torch.ScalarType.Int16 or torch.ScalarType.Float16 or torch.ScalarType.BFloat16 => 2,
        torch.ScalarType.Int32 or torch.ScalarType.Float32 => 4,
        torch.ScalarType.Int64 or torch.ScalarType.Float64 or torch.ScalarType.ComplexFloat32 => 8,
        torch.ScalarType.ComplexFloat64 => 16,
        _ => throw new ArgumentException($"The size of one {type} is not known."),
    };

    public static float ToSingle(this torch.Tensor value) => Scalar(value).ToSingle();

    public static double ToDouble(this torch.Tensor value) => Scalar(value).ToDouble();

    public static int ToInt32(this torch.Tensor value) => Scalar(value).ToInt32();

    public static long ToInt64(this torch.Tensor value) => Scalar(value).ToInt64();

    public static bool ToBoolean(this torch.Tensor value) => Scalar(value).ToBoolean();

    private static Scalar Scalar(torch.Tensor value) => value.ToScalar();
}
