using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor index_select(long dim, Tensor index) => Aten.index_select.One(this, dim, index);

        public Tensor gather(long dim, Tensor index) => Aten.gather.One(this, dim, index);

        public Tensor scatter_add(long dim, Tensor index, Tensor src) => Aten.scatter_add.One(this, dim, index, src);

        public Tensor masked_fill(Tensor mask, Scalar value) => Aten.masked_fillScalar.One(this, mask, value);

        public Tensor masked_select(Tensor mask) => Aten.masked_select.One(this, mask);
    }
}
