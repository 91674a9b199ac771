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

        public Tensor acosh() => Aten.acosh.One(this);

        public Tensor asinh() => Aten.asinh.One(this);

        public Tensor atanh() => Aten.atanh.One(this);

        public Tensor ceil() => Aten.ceil.One(this);

        public Tensor cos() => Aten.cos.One(this);

        public Tensor cosh() => Aten.cosh.One(this);

        public Tensor erf() => Aten.erf.One(this);

        public Tensor erfinv() => Aten.erfinv.One(this);

        public Tensor exp() => Aten.exp.One(this);

        public Tensor exp2() => Aten.exp2.One(this);

        public Tensor expm1() => Aten.expm1.One(this);

        public Tensor floor() => Aten.floor.One(this);

        public Tensor frac() => Aten.frac.One(this);

        public Tensor log() => Aten.log.One(this);

        public Tensor log10() => Aten.log10.One(this);

        public Tensor log1p() => Aten.log1p.One(this);

        public Tensor log2() => Aten.log2.One(this);

        public Tensor neg() => Aten.neg.One(this);

        public Tensor reciprocal() => Aten.reciprocal.One(this);

        public Tensor rsqrt() => Aten.rsqrt.One(this);

        public Tensor sgn() => Aten.sgn.One(this);

        public Tensor sigmoid() => Aten.sigmoid.One(this);

        public Tensor sign() => Aten.sign.One(this);

        public Tensor sin() => Aten.sin.One(this);

        public Tensor sinc() => Aten.sinc.One(this);

        public Tensor sinh() => Aten.sinh.One(this);

        public Tensor sqrt() => Aten.sqrt.One(this);

        public Tensor square() => Aten.square.One(this);

        public Tensor tan() => Aten.tan.One(this);

        public Tensor tanh() => Aten.tanh.One(this);

        public Tensor trunc() => Aten.trunc.One(this);

        public Tensor isfinite() => Aten.isfinite.One(this);

        public Tensor isinf() => Aten.isinf.One(this);

        public Tensor isnan() => Aten.isnan.One(this);

        public Tensor logical_not() => Aten.logical_not.One(this);

        public Tensor abs_() => Aten.abs_.Self(this);

        public Tensor acos_() => Aten.acos_.Self(this);

        public Tensor asin_() => Aten.asin_.Self(this);

        public Tensor atan_() => Aten.atan_.Self(this);

        public Tensor acosh_() => Aten.acosh_.Self(this);

        public Tensor asinh_() => Aten.asinh_.Self(this);

        public Tensor atanh_() => Aten.atanh_.Self(this);

        public Tensor ceil_() => Aten.ceil_.Self(this);

        public Tensor cos_() => Aten.cos_.Self(this);

        public Tensor cosh_() => Aten.cosh_.Self(this);

        public Tensor erf_() => Aten.erf_.Self(this);

        public Tensor erfinv_() => Aten.erfinv_.Self(this);

        public Tensor exp_() => Aten.exp_.Self(this);

        public Tensor expm1_() => Aten.expm1_.Self(this);

        public Tensor floor_() => Aten.floor_.Self(this);

        public Tensor frac_() => Aten.frac_.Self(this);

        public Tensor log_() => Aten.log_.Self(this);

        public Tensor log10_() => Aten.log10_.Self(this);

        public Tensor log1p_() => Aten.log1p_.Self(this);

        public Tensor log2_() => Aten.log2_.Self(this);

        public Tensor neg_() => Aten.neg_.Self(this);

        public Tensor reciprocal_() => Aten.reciprocal_.Self(this);

        public Tensor rsqrt_() => Aten.rsqrt_.Self(this);

        public Tensor sgn_() => Aten.sgn_.Self(this);

        public Tensor sigmoid_() => Aten.sigmoid_.Self(this);

        public Tensor sign_() => Aten.sign_.Self(this);

        public Tensor sin_() => Aten.sin_.Self(this);

        public Tensor sinc_() => Aten.sinc_.Self(this);

        public Tensor sinh_() => Aten.sinh_.Self(this);

        public Tensor sqrt_() => Aten.sqrt_.Self(this);

        public Tensor tan_() => Aten.tan_.Self(this);

        public Tensor tanh_() => Aten.tanh_.Self(this);

        public Tensor trunc_() => Aten.trunc_.Self(this);

        public Tensor absolute() => abs();

        public Tensor arccos() => acos();

        public Tensor arcsin() => asin();

        public Tensor arctan() => atan();

        public Tensor negative() => neg();

        public Tensor fix() => trunc();
    }
}
