using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor abs() => Aten.abs.One(this);

        public Tensor acos() => Aten.acos.One(this);

        public Tensor asin() => Aten.asin.One(this);

        public Tensor atan() => Aten.atan.One(this);

        public Tensor ceil() => Aten.ceil.One(this);

        public Tensor cos() => Aten.cos.One(this);

        public Tensor cosh() => Aten.cosh.One(this);

        public Tensor erf() => Aten.erf.One(this);

        public Tensor exp() => Aten.exp.One(this);

        public Tensor expm1() => Aten.expm1.One(this);

        public Tensor floor() => Aten.floor.One(this);

        public Tensor frac() => Aten.frac.One(this);

        public Tensor log() => Aten.log.One(this);

        public Tensor log1p() => Aten.log1p.One(this);

        public Tensor neg() => Aten.neg.One(this);

        public Tensor rsqrt() => Aten.rsqrt.One(this);

        public Tensor sigmoid() => Aten.sigmoid.One(this);

        public Tensor sign() => Aten.sign.One(this);

        public Tensor sin() => Aten.sin.One(this);

        public Tensor sinh() => Aten.sinh.One(this);

        public Tensor sqrt() => Aten.sqrt.One(this);

        public Tensor square() => Aten.square.One(this);

        public Tensor tan() => Aten.tan.One(this);

        public Tensor tanh() => Aten.tanh.One(this);

        public Tensor trunc() => Aten.trunc.One(this);

        public Tensor logical_not() => Aten.logical_not.One(this);

        public Tensor erfinv_() => Aten.erfinv_.Self(this);

        public Tensor tanh_() => Aten.tanh_.Self(this);

        public Tensor arcsin() => asin();
    }
}
