using TorchSharp.Interop;

namespace TorchSharp;

public static unsafe partial class TorchRuntime
{
    /// <summary>
    /// As matmul, for [B, H, 1, K] times [B, H, K, J] without a gradient. libtorch gives each of the small products to BLAS by
    /// itself, which takes ten times as long as the product.
    /// </summary>
    public static torch.Tensor RowsTimesMatrices(torch.Tensor rows, torch.Tensor matrices)
    {
        if (!IsSuited(rows) || !IsSuited(matrices) || !rows.is_contiguous() || torch.is_grad_enabled())
            return torch.matmul(rows, matrices);
        var (shape, strides) = (matrices.shape, matrices.stride());
        if (rows.shape is not [var batch, var heads, 1, var inner] || shape[0] != batch || shape[1] != heads || shape[2] != inner
            || strides[3] != 1 || strides[0] != strides[1] * heads || inner * shape[3] == 0)
            return torch.matmul(rows, matrices);
        var products = torch.empty(batch, heads, 1, shape[3]);
        Native.Check(Native.shim_rows_times_matrices(
            (float*)rows.FirstElement(), (float*)matrices.FirstElement(), batch * heads, inner, shape[3], strides[1], strides[2], (float*)products.FirstElement()));
        GC.KeepAlive(rows);
        GC.KeepAlive(matrices);
        return products;
    }

    private static bool IsSuited(torch.Tensor tensor) =>
        tensor.device_type == DeviceType.CPU && tensor.dtype == torch.ScalarType.Float32 && tensor.dim() == 4;
}
