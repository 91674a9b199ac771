using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor relu(Tensor x, bool inplace = false) => inplace ? x.relu_() : x.relu();

            public static Tensor silu(Tensor x, bool inplace = false) => inplace ? x.silu_() : x.silu();

            public static Tensor gelu(Tensor x) => x.gelu();

            public static Tensor sigmoid(Tensor x) => x.sigmoid();

            public static Tensor tanh(Tensor x, bool inplace = false) => inplace ? x.tanh_() : x.tanh();

            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                inplace ? input.leaky_relu_(negative_slope) : input.leaky_relu(negative_slope);

            public static Tensor elu(Tensor x, double alpha, bool inplace = false) =>
                inplace ? Aten.elu_.Self(x, alpha) : Aten.elu.One(x, alpha);

            public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20) => x.softplus(beta, threshold);

            public static Tensor logsigmoid(Tensor x) => x.log_sigmoid();

            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => input.softmax(dim, dtype);

            public static Tensor log_softmax(Tensor x, long dim) => x.log_softmax(dim);

            /// <summary>Along one dimension divided by its length, which is taken as at least <paramref name="eps"/>.</summary>
            public static Tensor normalize(Tensor input, double p = 2.0, long dim = 1L, double eps = 1e-12)
            {
                using var length = Aten.linalg_vector_norm.One(input, p, (long[])[dim], true);
                using var bounded = length.clamp_min(eps);
                return input / bounded;
            }

            public static Tensor cosine_similarity(Tensor x1, Tensor x2, long dim = 1, double eps = 1e-8) =>
                Aten.cosine_similarity.One(x1, x2, dim, eps);
        }
    }
}
