using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor zeros_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Aten.zeros_like.One(input, dtype, Arg.None, device).WithGrad(requires_grad);

    public static Tensor ones_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Aten.ones_like.One(input, dtype, Arg.None, device).WithGrad(requires_grad);

    public static Tensor full_like(Tensor input, Scalar value, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Aten.full_like.One(input, value, dtype, Arg.None, device).WithGrad(requires_grad);
}
