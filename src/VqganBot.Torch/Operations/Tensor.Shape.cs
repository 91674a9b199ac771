using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor reshape(params long[] shape) => Aten.reshape.One(this, shape);

        public Tensor view(params long[] shape) => Aten.view.One(this, shape);

        public Tensor flatten(long start_dim = 0, long end_dim = -1) => Aten.flattenUsingInts.One(this, start_dim, end_dim);

        public Tensor permute(params long[] permutation) => Aten.permute.One(this, permutation);

        public Tensor permute(IEnumerable<long> permutation) => permute([.. permutation]);

        public Tensor transpose(long dim0, long dim1) => Aten.transposeInt.One(this, dim0, dim1);

        public Tensor t() => Aten.t.One(this);

        public Tensor movedim(long[] source, long[] destination) => Aten.movedimIntlist.One(this, source, destination);

        public Tensor unsqueeze(long dim) => Aten.unsqueeze.One(this, dim);

        public Tensor squeeze(long? dim = null) => dim is { } one ? Aten.squeezeDim.One(this, one) : Aten.squeeze.One(this);

        public Tensor expand(params long[] sizes) => Aten.expand.One(this, sizes);

        public Tensor expand(ReadOnlySpan<long> sizes, bool isImplicit = false) => Aten.expand.One(this, sizes.ToArray(), isImplicit);

        public Tensor expand(Size sizes, bool isImplicit = false) => Aten.expand.One(this, sizes.Shape, isImplicit);

        public Tensor repeat(params long[] sizes) => Aten.repeat.One(this, sizes);

        public Tensor repeat_interleave(long repeats, long? dim = null, long? output_size = null) => Aten.repeat_interleaveSelfInt.One(this, repeats, dim);

        public Tensor repeat_interleave(Tensor repeats, long? dim = null, long? output_size = null) => Aten.repeat_interleaveSelfTensor.One(this, repeats, dim);

        public Tensor flip(params long[] dims) => Aten.flip.One(this, dims);

        public Tensor roll(long shifts, long? dims = null) => roll((long[])[shifts], dims is { } one ? [one] : []);

        public Tensor roll(long[] shifts) => roll(shifts, (long[])[]);

        public Tensor roll(long[] shifts, long[] dims) => Aten.roll.One(this, shifts, dims);

        public Tensor roll((long, long) shifts, (long, long) dims) => roll([shifts.Item1, shifts.Item2], [dims.Item1, dims.Item2]);

        public Tensor contiguous() => Aten.contiguous.One(this);

        public Tensor contiguous(memory_format format) => Aten.contiguous.One(this, (long)format);

        public Tensor narrow(long dim, long start, long length) => Aten.narrow.One(this, dim, start, length);

        public Tensor select(long dim, long index) => Aten.selectInt.One(this, dim, index);

        public Tensor slice(long dim, long start, long finish, long step) => Aten.sliceTensor.One(this, dim, start, finish, step);

        public Tensor unfold(long dimension, long size, long step) => Aten.unfold.One(this, dimension, size, step);

        public Tensor tril(long diagonal = 0) => Aten.tril.One(this, diagonal);

        public Tensor triu(long diagonal = 0) => Aten.triu.One(this, diagonal);

        public Tensor diagonal(long offset = 0, long dim1 = 0, long dim2 = 1) => Aten.diagonal.One(this, offset, dim1, dim2);

        public Tensor[] chunk(long chunks, long dim = 0) => Aten.chunk.Many(this, chunks, dim);

        public Tensor[] split(long size, int dim = 0) => Aten.splitTensor.Many(this, size, (long)dim);

        public Tensor[] split(long[] sizes, long dim = 0) => Aten.split_with_sizes.Many(this, sizes, dim);

        public Tensor[] unbind(long dimension = 0) => Aten.unbindInt.Many(this, dimension);
    }
}
