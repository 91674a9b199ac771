namespace TorchSharp.Interop;

/// <summary>The operators in use. Many elements to few, and the algebra of matrices.</summary>
internal static partial class Aten
{
    internal static readonly Operator addmm = new("addmm");
    internal static readonly Operator all = new("all");
    internal static readonly Operator allDim = new("all.dim");
    internal static readonly Operator allclose = new("allclose");
    internal static readonly Operator amax = new("amax");
    internal static readonly Operator amin = new("amin");
    internal static readonly Operator any = new("any");
    internal static readonly Operator anyDim = new("any.dim");
    internal static readonly Operator argmax = new("argmax");
    internal static readonly Operator argmin = new("argmin");
    internal static readonly Operator argsort = new("argsort");
    internal static readonly Operator baddbmm = new("baddbmm");
    internal static readonly Operator bmm = new("bmm");
    internal static readonly Operator cdist = new("cdist");
    internal static readonly Operator cumprod = new("cumprod");
    internal static readonly Operator cumsum = new("cumsum");
    internal static readonly Operator dot = new("dot");
    internal static readonly Operator einsum = new("einsum");
    internal static readonly Operator equal = new("equal");
    internal static readonly Operator linalg_det = new("linalg_det");
    internal static readonly Operator linalg_eigh = new("linalg_eigh");
    internal static readonly Operator linalg_inv = new("linalg_inv");
    internal static readonly Operator linalg_solve = new("linalg_solve");
    internal static readonly Operator linalg_vector_norm = new("linalg_vector_norm");
    internal static readonly Operator logsumexp = new("logsumexp");
    internal static readonly Operator matmul = new("matmul");
    internal static readonly Operator max = new("max");
    internal static readonly Operator maxDim = new("max.dim");
    internal static readonly Operator mean = new("mean");
    internal static readonly Operator meanDim = new("mean.dim");
    internal static readonly Operator min = new("min");
    internal static readonly Operator minDim = new("min.dim");
    internal static readonly Operator mm = new("mm");
    internal static readonly Operator nonzero = new("nonzero");
    internal static readonly Operator normScalar = new("norm.Scalar");
    internal static readonly Operator normScalarOptDim = new("norm.ScalarOpt_dim");
    internal static readonly Operator outer = new("outer");
    internal static readonly Operator prod = new("prod");
    internal static readonly Operator prodDimInt = new("prod.dim_int");
    internal static readonly Operator sortStable = new("sort.stable");
    internal static readonly Operator std = new("std");
    internal static readonly Operator stdDim = new("std.dim");
    internal static readonly Operator sum = new("sum");
    internal static readonly Operator sumDimIntList = new("sum.dim_IntList");
    internal static readonly Operator topk = new("topk");
    internal static readonly Operator var = new("var");
    internal static readonly Operator varDim = new("var.dim");
}
