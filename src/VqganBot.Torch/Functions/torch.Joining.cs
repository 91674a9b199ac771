using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor cat(IList<Tensor> tensors, long dim = 0) => Aten.cat.One(tensors.ToArray(), dim);

    public static Tensor cat(Tensor[] tensors, long dim = 0) => Aten.cat.One(tensors, dim);

    public static Tensor cat(ReadOnlySpan<Tensor> tensors, long dim = 0) => Aten.cat.One(tensors.ToArray(), dim);

    public static Tensor concat(IList<Tensor> tensors, long dim = 0) => cat(tensors, dim);

    public static Tensor concat(Tensor[] tensors, long dim = 0) => cat(tensors, dim);

    public static Tensor concat(ReadOnlySpan<Tensor> tensors, long dim = 0) => cat(tensors, dim);

    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0) => Aten.stack.One(tensors.ToArray(), dim);

    public static Tensor hstack(IList<Tensor> tensors) => Aten.hstack.One(tensors.ToArray());

    public static Tensor vstack(IList<Tensor> tensors) => Aten.vstack.One(tensors.ToArray());

    /// <summary>The coordinates of a grid; "ij" is rows first, "xy" columns first.</summary>
    public static Tensor[] meshgrid(IEnumerable<Tensor> tensors, string indexing = "ij") =>
        Aten.meshgridIndexing.Many(tensors.ToArray(), indexing);

    public static Tensor einsum(string equation, params Tensor[] tensors) => Aten.einsum.One(equation, tensors);

    /// <summary>The distance of each row of the one to each row of the other.</summary>
    public static Tensor cdist(Tensor x1, Tensor x2, double p = 2.0,
        compute_mode compute_mode = compute_mode.use_mm_for_euclid_dist_if_necessary) =>
        Aten.cdist.One(x1, x2, p, (long)compute_mode);

    public static Tensor tensordot(Tensor a, Tensor b, long[] dims1, long[] dims2) => Aten.tensordot.One(a, b, dims1, dims2);

    public static Tensor bincount(Tensor input, Tensor? weights = null, long minlength = 0) => input.bincount(weights, minlength);

    public static IList<Tensor> broadcast_tensors(params Tensor[] tensors) => Aten.broadcast_tensors.Many(tensors);
}
