using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public static Tensor operator +(Tensor left, Tensor right) => left.add(right);

        public static Tensor operator +(Tensor left, Scalar right) => left.add(right);

        public static Tensor operator +(Scalar left, Tensor right) => right.add(left);

        public static Tensor operator +(Tensor left, int right) => Aten.addScalar.One(left, (long)right);

        public static Tensor operator +(int left, Tensor right) => Aten.addScalar.One(right, (long)left);

        public static Tensor operator +(Tensor left, long right) => Aten.addScalar.One(left, right);

        public static Tensor operator +(long left, Tensor right) => Aten.addScalar.One(right, left);

        public static Tensor operator +(Tensor left, float right) => Aten.addScalar.One(left, (double)right);

        public static Tensor operator +(float left, Tensor right) => Aten.addScalar.One(right, (double)left);

        public static Tensor operator +(Tensor left, double right) => Aten.addScalar.One(left, right);

        public static Tensor operator +(double left, Tensor right) => Aten.addScalar.One(right, left);

        public static Tensor operator -(Tensor left, Tensor right) => left.sub(right);

        public static Tensor operator -(Tensor left, Scalar right) => left.sub(right);

        public static Tensor operator -(Scalar left, Tensor right) => Aten.rsubScalar.One(right, left);

        public static Tensor operator -(Tensor left, int right) => Aten.subScalar.One(left, (long)right);

        public static Tensor operator -(int left, Tensor right) => Aten.rsubScalar.One(right, (long)left);

        public static Tensor operator -(Tensor left, long right) => Aten.subScalar.One(left, right);

        public static Tensor operator -(long left, Tensor right) => Aten.rsubScalar.One(right, left);

        public static Tensor operator -(Tensor left, float right) => Aten.subScalar.One(left, (double)right);

        public static Tensor operator -(float left, Tensor right) => Aten.rsubScalar.One(right, (double)left);

        public static Tensor operator -(Tensor left, double right) => Aten.subScalar.One(left, right);

        public static Tensor operator -(double left, Tensor right) => Aten.rsubScalar.One(right, left);

        public static Tensor operator *(Tensor left, Tensor right) => left.mul(right);

        public static Tensor operator *(Tensor left, Scalar right) => left.mul(right);

        public static Tensor operator *(Scalar left, Tensor right) => right.mul(left);

        public static Tensor operator *(Tensor left, int right) => Aten.mulScalar.One(left, (long)right);

        public static Tensor operator *(int left, Tensor right) => Aten.mulScalar.One(right, (long)left);

        public static Tensor operator *(Tensor left, long right) => Aten.mulScalar.One(left, right);

        public static Tensor operator *(long left, Tensor right) => Aten.mulScalar.One(right, left);

        public static Tensor operator *(Tensor left, float right) => Aten.mulScalar.One(left, (double)right);

        public static Tensor operator *(float left, Tensor right) => Aten.mulScalar.One(right, (double)left);

        public static Tensor operator *(Tensor left, double right) => Aten.mulScalar.One(left, right);

        public static Tensor operator *(double left, Tensor right) => Aten.mulScalar.One(right, left);

        public static Tensor operator /(Tensor left, Tensor right) => left.div(right);

        public static Tensor operator /(Tensor left, Scalar right) => left.div(right);

        public static Tensor operator /(Scalar left, Tensor right) => Aten.reciprocal.One(right).ScaledBy(left);

        public static Tensor operator /(Tensor left, int right) => Aten.divScalar.One(left, (long)right);

        public static Tensor operator /(int left, Tensor right) => Aten.reciprocal.One(right).ScaledBy((long)left);

        public static Tensor operator /(Tensor left, long right) => Aten.divScalar.One(left, right);

        public static Tensor operator /(long left, Tensor right) => Aten.reciprocal.One(right).ScaledBy(left);

        public static Tensor operator /(Tensor left, float right) => Aten.divScalar.One(left, (double)right);

        public static Tensor operator /(float left, Tensor right) => Aten.reciprocal.One(right).ScaledBy((double)left);

        public static Tensor operator /(Tensor left, double right) => Aten.divScalar.One(left, right);

        public static Tensor operator /(double left, Tensor right) => Aten.reciprocal.One(right).ScaledBy(left);

        public static Tensor operator %(Tensor left, Tensor right) => left.remainder(right);

        public static Tensor operator %(Tensor left, Scalar right) => left.remainder(right);

        public static Tensor operator %(Tensor left, int right) => Aten.remainderScalar.One(left, (long)right);

        public static Tensor operator %(Tensor left, long right) => Aten.remainderScalar.One(left, right);

        public static Tensor operator %(Tensor left, float right) => Aten.remainderScalar.One(left, (double)right);

        public static Tensor operator %(Tensor left, double right) => Aten.remainderScalar.One(left, right);

        public static Tensor operator -(Tensor tensor) => tensor.neg();

        public static Tensor operator ~(Tensor left) => Aten.bitwise_not.One(left);

        public static Tensor operator &(Tensor left, Tensor right) => Aten.bitwise_andTensor.One(left, right);

        public static Tensor operator |(Tensor left, Tensor right) => Aten.bitwise_orTensor.One(left, right);

        public static Tensor operator ^(Tensor left, Tensor right) => Aten.bitwise_xorTensor.One(left, right);

        /// <summary>Scales a tensor that nobody else has seen, and gives it back.</summary>
        private Tensor ScaledBy(Scalar factor)
        {
            using (this)
                return mul(factor);
        }
    }
}
