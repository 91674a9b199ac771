using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor zeros_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Aten.zeros_like.One(input, dtype, Arg.None, device).WithGrad(requires_grad);

    public static Tensor ones_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Aten.ones_like.One(input, dtype, Arg.None, device).WithGrad(requires_grad);

    public static Tensor empty_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Aten.empty_like.One(input, dtype, Arg.None, device).WithGrad(requires_grad);

    public static Tensor full_like(Tensor input, Scalar value, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Aten.full_like.One(input, value, dtype, Arg.None, device).WithGrad(requires_grad);

    public static Tensor rand_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Aten.rand_like.One(input, dtype, Arg.None, device).WithGrad(requires_grad);

    public static Tensor randn_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Aten.randn_like.One(input, dtype, Arg.None, device).WithGrad(requires_grad);

    public static Tensor randint_like(Tensor input, long low, long high, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Aten.randint_likeLowDtype.One(input, low, high, dtype, Arg.None, device).WithGrad(requires_grad);

    public partial class Tensor
    {
        public Tensor zeros_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.zeros_like(this, dtype, device, requires_grad);

        public Tensor ones_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.ones_like(this, dtype, device, requires_grad);

        public Tensor empty_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.empty_like(this, dtype, device, requires_grad);

        public Tensor full_like(Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.full_like(this, value, dtype, device, requires_grad);

        public Tensor rand_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.rand_like(this, dtype, device, requires_grad);

        public Tensor randn_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.randn_like(this, dtype, device, requires_grad);

        public Tensor new_zeros(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            zeros(size, dtype ?? this.dtype, device ?? this.device, requires_grad);

        public Tensor new_ones(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            ones((long[])[size], dtype ?? this.dtype, device ?? this.device, requires_grad);

        public Tensor new_empty(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            empty(size, dtype ?? this.dtype, device ?? this.device, requires_grad);
    }
}
