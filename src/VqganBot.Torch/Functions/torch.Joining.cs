using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor cat(IList<Tensor> tensors, long dim = 0) => Aten.cat.One(tensors.ToArray(), dim);

    public static Tensor cat(Tensor[] tensors, long dim = 0) => Aten.cat.One(tensors, dim);

    public static Tensor cat(ReadOnlySpan<Tensor> tensors, long dim = 0) => Aten.cat.One(tensors.ToArray(), dim);

    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0) => Aten.stack.One(tensors.ToArray(), dim);

    /// <summary>The coordinates of a grid; "ij" is rows first, "xy" columns first.</summary>
    public static Tensor[] meshgrid(IEnumerable<Tensor> tensors, string indexing = "ij") =>
        Aten.meshgridIndexing.Many(tensors.ToArray(), indexing);

    public static Tensor einsum(string equation, params Tensor[] tensors) => Aten.einsum.One(equation, tensors);

    /// <summary>The distance of each row of the one to each row of the other.</summary>
    public static Tensor cdist(Tensor x1, Tensor x2, double p = 2.0,
        compute_mode compute_mode = compute_mode.use_mm_for_euclid_dist_if_necessary) =>
        Aten.cdist.One(x1, x2, p, (long)compute_mode);
}
