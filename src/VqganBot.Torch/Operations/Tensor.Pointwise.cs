using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor pow(Scalar exponent) => Aten.powTensorScalar.One(this, exponent);

        public Tensor pow(Tensor exponent) => Aten.powTensorTensor.One(this, exponent);

        public Tensor fmod(Tensor target) => Aten.fmodTensor.One(this, target);

        public Tensor fmod(Scalar scalar) => Aten.fmodScalar.One(this, scalar);

        public Tensor remainder(Tensor target) => Aten.remainderTensor.One(this, target);

        public Tensor remainder(Scalar scalar) => Aten.remainderScalar.One(this, scalar);

        public Tensor floor_divide(Tensor other) => Aten.floor_divide.One(this, other);

        public Tensor floor_divide(Scalar other) => Aten.floor_divideScalar.One(this, other);

        public Tensor clamp(Scalar? min = null, Scalar? max = null) => Aten.clamp.One(this, min, max);

        public Tensor clamp(Tensor? min = null, Tensor? max = null) => Aten.clampTensor.One(this, min, max);

        public Tensor clamp_min(Scalar min) => Aten.clamp_min.One(this, min);

        public Tensor clamp_max(Scalar max) => Aten.clamp_max.One(this, max);

        public Tensor round(long decimals = 0) => decimals == 0 ? Aten.round.One(this) : Aten.roundDecimals.One(this, decimals);

        public Tensor atan2(Tensor other) => Aten.atan2.One(this, other);

        public Tensor lerp(Tensor end, Tensor weight) => Aten.lerpTensor.One(this, end, weight);

        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value) => Aten.addcmul.One(this, tensor1, tensor2, value);

        public Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value) => Aten.addcdiv.One(this, tensor1, tensor2, value);

        public Tensor addcdiv(Tensor tensor1, Tensor tensor2) => Aten.addcdiv.One(this, tensor1, tensor2);

        public Tensor clamp_(Scalar? min = null, Scalar? max = null) => Aten.clamp_.Self(this, min, max);

        public Tensor clamp_(Tensor? min = null, Tensor? max = null) => Aten.clamp_Tensor.Self(this, min, max);

        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value) => Aten.addcmul_.Self(this, tensor1, tensor2, value);

        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value) => Aten.addcdiv_.Self(this, tensor1, tensor2, value);

        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2) => Aten.addcdiv_.Self(this, tensor1, tensor2);

        public Tensor maximum(Tensor other) => Aten.maximum.One(this, other);

        public Tensor minimum(Tensor other) => Aten.minimum.One(this, other);

        public Tensor zero_() => Aten.zero_.Self(this);

        public Tensor fill_(Scalar value) => Aten.fill_Scalar.Self(this, value);

        public Tensor copy_(Tensor source, bool nonBlocking = false) => Aten.copy_.Self(this, source, nonBlocking);

        public Tensor clone() => Aten.clone.One(this);
    }
}
