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

        public Tensor multinomial(long num_samples, bool replacement = false, Generator? generator = null) => Aten.multinomial.One(this, num_samples, replacement, generator);

        public Tensor bernoulli(Generator? generator = null) => Aten.bernoulli.One(this, generator);

        public Tensor bernoulli_(double p = 0.5, Generator? generator = null) => Aten.bernoulli_Float.Self(this, p, generator);

        public Tensor normal_(double mean = 0, double std = 1, Generator? generator = null) => Aten.normal_.Self(this, mean, std, generator);

        public Tensor uniform_(double from, double to, Generator? generator = null) => Aten.uniform_.Self(this, from, to, generator);

        public Tensor random_(double from, double to, Generator? generator = null) => Aten.random_From.Self(this, (long)from, (long)to, generator);

        public Tensor exponential_(double lambda = 1, Generator? generator = null) => Aten.exponential_.Self(this, lambda, generator);
    }
}
