namespace TorchSharp;

public static partial class torch
{
    public static Tensor sigmoid(Tensor input) => input.sigmoid();

    public static Tensor atan2(Tensor input, Tensor other) => input.atan2(other);

    public static Tensor maximum(Tensor input, Tensor other) => input.maximum(other);

    public static Tensor minimum(Tensor input, Tensor other) => input.minimum(other);

    public static Tensor where(Tensor condition, Tensor x, Tensor y) => x.where(condition, y);
}
