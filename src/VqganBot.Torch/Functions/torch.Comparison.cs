namespace TorchSharp;

public static partial class torch
{
    public static Tensor eq(Tensor left, Tensor right) => left.eq(right);

    public static Tensor ne(Tensor left, Tensor right) => left.ne(right);

    public static Tensor lt(Tensor left, Tensor right) => left.lt(right);

    public static Tensor le(Tensor left, Tensor right) => left.le(right);

    public static Tensor gt(Tensor left, Tensor right) => left.gt(right);

    public static Tensor ge(Tensor left, Tensor right) => left.ge(right);

    public static Tensor logical_and(Tensor left, Tensor right) => left.logical_and(right);

    public static Tensor logical_or(Tensor left, Tensor right) => left.logical_or(right);

    public static Tensor logical_xor(Tensor left, Tensor right) => left.logical_xor(right);

    public static bool allclose(Tensor tensor, Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) =>
        tensor.allclose(target, rtol, atol, equal_nan);

    public static Tensor where(Tensor condition, Tensor x, Tensor y) => x.where(condition, y);

    public static Tensor equal(Tensor tensor, Tensor target) => tensor.eq(target);

    public static Tensor not_equal(Tensor tensor, Tensor target) => tensor.ne(target);

    public static Tensor less(Tensor tensor, Tensor target) => tensor.lt(target);

    public static Tensor less_equal(Tensor tensor, Tensor target) => tensor.le(target);

    public static Tensor greater(Tensor tensor, Tensor target) => tensor.gt(target);

    public static Tensor greater_equal(Tensor tensor, Tensor target) => tensor.ge(target);
}
