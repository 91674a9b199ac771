using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules
{
    /// <summary>The last dimensions brought to mean 0 and deviation 1, then scaled and shifted (Ba et al., 2016).</summary>
    public sealed class LayerNorm : Module<Tensor, Tensor>
    {
        internal LayerNorm(long[] shape, double eps, bool affine, bool hasBias, Device? device, ScalarType? dtype)
            : base(nameof(LayerNorm))
        {
            normalized_shape = shape;
            this.eps = eps;
            elementwise_affine = affine;
            if (!affine)
                return;
            weight = Parameter(ones(shape, dtype, device));
            bias = hasBias ? Parameter(zeros(shape, dtype, device)) : null;
            register_parameter(nameof(weight), weight);
            register_parameter(nameof(bias), bias);
        }

        /// <value>Null when the layer was made without scale and shift.</value>
        public Parameter weight { get; } = null!;

        public Parameter? bias { get; }

        public long[] normalized_shape { get; }

        public double eps { get; }

        public bool elementwise_affine { get; }

        public override Tensor forward(Tensor tensor) => functional.layer_norm(tensor, normalized_shape, weight, bias, eps);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static LayerNorm LayerNorm(long[] normalized_shape, double eps = 1e-05, bool elementwise_affine = true,
                bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(normalized_shape, eps, elementwise_affine, bias, device, dtype);

            public static LayerNorm LayerNorm(long normalized_shape, double eps = 1e-05, bool elementwise_affine = true,
                bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new([normalized_shape], eps, elementwise_affine, bias, device, dtype);
        }
    }
}
