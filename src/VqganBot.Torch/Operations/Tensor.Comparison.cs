using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor eq(Tensor target) => Aten.eqTensor.One(this, target);

        public Tensor eq(Scalar target) => Aten.eqScalar.One(this, target);

        public Tensor ne(Tensor target) => Aten.neTensor.One(this, target);

        public Tensor ne(Scalar target) => Aten.neScalar.One(this, target);

        public Tensor lt(Tensor target) => Aten.ltTensor.One(this, target);

        public Tensor lt(Scalar target) => Aten.ltScalar.One(this, target);

        public Tensor le(Tensor target) => Aten.leTensor.One(this, target);

        public Tensor le(Scalar target) => Aten.leScalar.One(this, target);

        public Tensor gt(Tensor target) => Aten.gtTensor.One(this, target);

        public Tensor gt(Scalar target) => Aten.gtScalar.One(this, target);

        public Tensor ge(Tensor target) => Aten.geTensor.One(this, target);

        public Tensor ge(Scalar target) => Aten.geScalar.One(this, target);

        public bool Equals(Tensor target) => Aten.equal.Truth(this, target);

        public bool allclose(Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) =>
            Aten.allclose.Truth(this, target, rtol, atol, equal_nan);

        public Tensor where(Tensor condition, Tensor y) => Aten.whereSelf.One(condition, this, y);
    }
}
