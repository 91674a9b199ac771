using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor matmul(Tensor target) => Aten.matmul.One(this, target);

        public Tensor mm(Tensor target) => Aten.mm.One(this, target);

        public Tensor bmm(Tensor batch2) => Aten.bmm.One(this, batch2);

        public Tensor dot(Tensor target) => Aten.dot.One(this, target);

        public Tensor outer(Tensor vec2) => Aten.outer.One(this, vec2);

        public Tensor addmm(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) => Aten.addmm.One(this, mat1, mat2, (double)beta, (double)alpha);

        public Tensor baddbmm(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) => Aten.baddbmm.One(this, batch1, batch2, (double)beta, (double)alpha);

        public Tensor inverse() => Aten.linalg_inv.One(this);

        public Tensor det() => Aten.linalg_det.One(this);
    }
}
