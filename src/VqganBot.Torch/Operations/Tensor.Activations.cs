using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor relu() => Aten.relu.One(this);

        public Tensor relu_() => Aten.relu_.Self(this);

        public Tensor gelu() => Aten.gelu.One(this);

        public Tensor silu() => Aten.silu.One(this);

        public Tensor silu_() => Aten.silu_.Self(this);

        public Tensor leaky_relu(Scalar negative_slope) => Aten.leaky_relu.One(this, negative_slope);

        public Tensor leaky_relu_(Scalar negative_slope) => Aten.leaky_relu_.Self(this, negative_slope);

        public Tensor softplus(double beta = 1, double threshold = 20) => Aten.softplus.One(this, beta, threshold);

        public Tensor softmax(long dim, ScalarType? dtype = null) => Aten.softmaxInt.One(this, dim, dtype);

        public Tensor log_softmax(long dim, ScalarType? dtype = null) => Aten.log_softmaxInt.One(this, dim, dtype);

        public Tensor log_sigmoid() => Aten.log_sigmoid.One(this);
    }
}
