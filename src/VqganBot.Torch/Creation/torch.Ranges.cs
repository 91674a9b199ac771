using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor arange(Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false)
    {
        var whole = start.IsWhole && stop.IsWhole && step.IsWhole;
        return Aten.arangeStartStep.One(start, stop, step, dtype ?? (whole ? ScalarType.Int64 : DefaultType), Arg.None,
            device ?? CPU).WithGrad(requires_grad);
    }

    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) => arange(start, stop, 1, dtype, device, requires_grad);

    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(0, stop, 1, dtype, device, requires_grad);

    public static Tensor linspace(double start, double end, long steps, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Aten.linspace.One(start, end, steps, dtype ?? DefaultType, Arg.None, device ?? CPU).WithGrad(requires_grad);

    public static Tensor eye(long rows, long columns = -1, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Aten.eyeM.One(rows, columns < 0 ? rows : columns, dtype ?? DefaultType, Arg.None, device ?? CPU)
            .WithGrad(requires_grad);
}
