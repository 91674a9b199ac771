using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor sum(ScalarType? type = null) => Aten.sum.One(this, type);

        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) => sum((long[])[dim], keepdim, type);

        public Tensor sum(long dim0, long dim1, bool keepdim = false, ScalarType? type = null) => sum((long[])[dim0, dim1], keepdim, type);

        public Tensor sum(long dim0, long dim1, long dim2, bool keepdim = false, ScalarType? type = null) =>
            sum((long[])[dim0, dim1, dim2], keepdim, type);

        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) => Aten.sumDimIntList.One(this, dim, keepdim, type);

        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) => sum(dim.ToArray(), keepdim, type);

        public Tensor mean() => Aten.mean.One(this);

        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) => Aten.meanDim.One(this, dimensions, keepdim, type);

        public Tensor prod(ScalarType? type = null) => Aten.prod.One(this, type);

        public Tensor prod(long dim, bool keepdim = false, ScalarType? type = null) => Aten.prodDimInt.One(this, dim, keepdim, type);

        public Tensor std(bool unbiased = true) => Aten.std.One(this, unbiased);

        public Tensor std(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => std((long[])[dim], unbiased, keepdim, type);

        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            (type is { } wanted ? to(wanted) : this).stdOver(dimensions, unbiased, keepdim);

        private Tensor stdOver(long[] dimensions, bool unbiased, bool keepdim) => Aten.stdDim.One(this, dimensions, unbiased, keepdim);

        public Tensor var(bool unbiased = true) => Aten.var.One(this, unbiased);

        public Tensor var(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => var((long[])[dim], unbiased, keepdim, type);

        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            (type is { } wanted ? to(wanted) : this).varOver(dimensions, unbiased, keepdim);

        private Tensor varOver(long[] dimensions, bool unbiased, bool keepdim) => Aten.varDim.One(this, dimensions, unbiased, keepdim);

        public Tensor max() => Aten.max.One(this);

        public Tensor max(Tensor other) => maximum(other);

        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) => Aten.maxDim.Two(this, dim, keepdim);

        public Tensor argmax() => Aten.argmax.One(this);

        public Tensor argmax(long dim, bool keepdim = false) => Aten.argmax.One(this, dim, keepdim);

        public Tensor amax(params long[] dims) => Aten.amax.One(this, dims);

        public Tensor amax(long[] dims, bool keepdim = false) => Aten.amax.One(this, dims, keepdim);

        public Tensor min() => Aten.min.One(this);

        public Tensor min(Tensor other) => minimum(other);

        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) => Aten.minDim.Two(this, dim, keepdim);

        public Tensor argmin() => Aten.argmin.One(this);

        public Tensor argmin(long dim, bool keepdim = false) => Aten.argmin.One(this, dim, keepdim);

        public Tensor amin(params long[] dims) => Aten.amin.One(this, dims);

        public Tensor amin(long[] dims, bool keepdim = false) => Aten.amin.One(this, dims, keepdim);

        public Tensor all() => Aten.all.One(this);

        public Tensor all(long dim, bool keepdim = false) => Aten.allDim.One(this, dim, keepdim);

        public Tensor any() => Aten.any.One(this);

        public Tensor any(long dim, bool keepdim = false) => Aten.anyDim.One(this, dim, keepdim);

        public Tensor norm(float p = 2.0f) => Aten.normScalar.One(this, (double)p);

        public Tensor norm(int dim, bool keepdim = false, float p = 2.0f) => Aten.normScalarOptDim.One(this, (double)p, (long[])[dim], keepdim);

        public Tensor cumsum(long dim, ScalarType? type = null) => Aten.cumsum.One(this, dim, type);

        public Tensor cumprod(long dim, ScalarType? type = null) => Aten.cumprod.One(this, dim, type);

        public Tensor logsumexp(long dim, bool keepdim = false) => Aten.logsumexp.One(this, (long[])[dim], keepdim);

        public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true) =>
            Aten.topk.Two(this, (long)k, (long)dim, largest, sorted);

        public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false) =>
            Aten.sortStable.Two(this, stable, dim, descending);

        public Tensor argsort(long dim = -1, bool descending = false) => Aten.argsort.One(this, dim, descending);

        public Tensor nonzero() => Aten.nonzero.One(this);
    }
}
