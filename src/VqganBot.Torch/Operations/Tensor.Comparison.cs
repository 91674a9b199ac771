using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor eq(Tensor target) => Aten.eqTensor.One(this, target);

        public Tensor eq(Scalar target) => Aten.eqScalar.One(this, target);

        public Tensor eq_(Tensor target) => Aten.eq_Tensor.Self(this, target);

        public Tensor eq_(Scalar target) => Aten.eq_Scalar.Self(this, target);

        public Tensor ne(Tensor target) => Aten.neTensor.One(this, target);

        public Tensor ne(Scalar target) => Aten.neScalar.One(this, target);

        public Tensor ne_(Tensor target) => Aten.ne_Tensor.Self(this, target);

        public Tensor ne_(Scalar target) => Aten.ne_Scalar.Self(this, target);

        public Tensor lt(Tensor target) => Aten.ltTensor.One(this, target);

        public Tensor lt(Scalar target) => Aten.ltScalar.One(this, target);

        public Tensor lt_(Tensor target) => Aten.lt_Tensor.Self(this, target);

        public Tensor lt_(Scalar target) => Aten.lt_Scalar.Self(this, target);

        public Tensor le(Tensor target) => Aten.leTensor.One(this, target);

        public Tensor le(Scalar target) => Aten.leScalar.One(this, target);

        public Tensor le_(Tensor target) => Aten.le_Tensor.Self(this, target);

        public Tensor le_(Scalar target) => Aten.le_Scalar.Self(this, target);

        public Tensor gt(Tensor target) => Aten.gtTensor.One(this, target);

        public Tensor gt(Scalar target) => Aten.gtScalar.One(this, target);

        public Tensor gt_(Tensor target) => Aten.gt_Tensor.Self(this, target);

        public Tensor gt_(Scalar target) => Aten.gt_Scalar.Self(this, target);

        public Tensor ge(Tensor target) => Aten.geTensor.One(this, target);

        public Tensor ge(Scalar target) => Aten.geScalar.One(this, target);

        public Tensor ge_(Tensor target) => Aten.ge_Tensor.Self(this, target);

        public Tensor ge_(Scalar target) => Aten.ge_Scalar.Self(this, target);

        public Tensor logical_and(Tensor other) => Aten.logical_and.One(this, other);

        public Tensor logical_or(Tensor other) => Aten.logical_or.One(this, other);

        public Tensor logical_xor(Tensor other) => Aten.logical_xor.One(this, other);

        public bool Equals(Tensor target) => Aten.equal.Truth(this, target);

        public bool allclose(Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) =>
            Aten.allclose.Truth(this, target, rtol, atol, equal_nan);

        public Tensor isclose(Tensor other, double rtol = 1e-05, double atol = 1e-08, bool nanEqual = false) =>
            Aten.isclose.One(this, other, rtol, atol, nanEqual);

        public Tensor where(Tensor condition, Tensor y) => Aten.whereSelf.One(condition, this, y);

        public Tensor equal(Tensor target) => eq(target);

        public Tensor less(Tensor target) => lt(target);

        public Tensor less_equal(Tensor target) => le(target);

        public Tensor greater(Tensor target) => gt(target);

        public Tensor greater_equal(Tensor target) => ge(target);
    }
}
