using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor index_select(long dim, Tensor index) => Aten.index_select.One(this, dim, index);

        public Tensor index_copy_(long dim, Tensor index, Tensor source) => Aten.index_copy_.Self(this, dim, index, source);

        public Tensor index_copy(long dim, Tensor index, Tensor source) => Aten.index_copy.One(this, dim, index, source);

        public Tensor index_add(long dim, Tensor index, Tensor source, Scalar alpha) => Aten.index_add.One(this, dim, index, source, alpha);

        public Tensor index_add_(long dim, Tensor index, Tensor source, Scalar alpha) => Aten.index_add_.Self(this, dim, index, source, alpha);

        public Tensor index_fill_(long dim, Tensor index, Scalar value) => Aten.index_fill_IntScalar.Self(this, dim, index, value);

        public Tensor gather(long dim, Tensor index) => Aten.gather.One(this, dim, index);

        public Tensor scatter(long dim, Tensor index, Tensor src) => Aten.scatterSrc.One(this, dim, index, src);

        public Tensor scatter_(long dim, Tensor index, Tensor src) => Aten.scatter_Src.Self(this, dim, index, src);

        public Tensor scatter_add(long dim, Tensor index, Tensor src) => Aten.scatter_add.One(this, dim, index, src);

        public Tensor scatter_add_(long dim, Tensor index, Tensor src) => Aten.scatter_add_.Self(this, dim, index, src);

        public Tensor masked_fill(Tensor mask, Scalar value) => Aten.masked_fillScalar.One(this, mask, value);

        public Tensor masked_fill_(Tensor mask, Scalar value) => Aten.masked_fill_Scalar.Self(this, mask, value);

        public Tensor masked_select(Tensor mask) => Aten.masked_select.One(this, mask);

        public Tensor take_along_dim(Tensor indices, long dim) => Aten.take_along_dim.One(this, indices, dim);
    }
}
