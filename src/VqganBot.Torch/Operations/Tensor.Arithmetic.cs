using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor add(Tensor target) => Aten.addTensor.One(this, target);

        public Tensor add(Tensor target, Scalar alpha) => Aten.addTensor.One(this, target, alpha);

        public Tensor add(Scalar scalar) => Aten.addScalar.One(this, scalar);

        public Tensor add(Scalar scalar, Scalar alpha) => Aten.addScalar.One(this, scalar, alpha);

        public Tensor add_(Tensor target) => Aten.add_Tensor.Self(this, target);

        public Tensor add_(Tensor target, Scalar alpha) => Aten.add_Tensor.Self(this, target, alpha);

        public Tensor add_(Scalar scalar) => Aten.add_Scalar.Self(this, scalar);

        public Tensor add_(Scalar scalar, Scalar alpha) => Aten.add_Scalar.Self(this, scalar, alpha);

        public Tensor sub(Tensor target) => Aten.subTensor.One(this, target);

        public Tensor sub(Scalar target) => Aten.subScalar.One(this, target);

        public Tensor sub_(Tensor target) => Aten.sub_Tensor.Self(this, target);

        public Tensor sub_(Scalar target) => Aten.sub_Scalar.Self(this, target);

        public Tensor mul(Tensor target) => Aten.mulTensor.One(this, target);

        public Tensor mul(Scalar target) => Aten.mulScalar.One(this, target);

        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            rounding_mode == RoundingMode.None ? Aten.divTensor.One(this, target) : Aten.divTensorMode.One(this, target, rounding_mode.ToString());

        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            rounding_mode == RoundingMode.None ? Aten.divScalar.One(this, target) : Aten.divScalarMode.One(this, target, rounding_mode.ToString());

        public Tensor mul_(Tensor target) => Aten.mul_Tensor.Self(this, target);

        public Tensor mul_(Scalar target) => Aten.mul_Scalar.Self(this, target);

        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            rounding_mode == RoundingMode.None ? Aten.div_Tensor.Self(this, target) : Aten.div_TensorMode.Self(this, target, rounding_mode.ToString());

        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            rounding_mode == RoundingMode.None ? Aten.div_Scalar.Self(this, target) : Aten.div_ScalarMode.Self(this, target, rounding_mode.ToString());
    }
}
