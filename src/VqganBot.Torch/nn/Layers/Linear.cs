using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules
{
    /// <summary>x Wᵀ + b over the last dimension.</summary>
    public sealed class Linear : Module<Tensor, Tensor>
    {
        internal Linear(Parameter weight, Parameter? bias) : base(nameof(Linear))
        {
            this.weight = weight;
            this.bias = bias;
            register_parameter(nameof(weight), weight);
            register_parameter(nameof(bias), bias);
        }

        public Parameter weight { get; }

        public Parameter? bias { get; }

        public override Tensor forward(Tensor tensor) => functional.linear(tensor, weight, bias);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Linear Linear(long inputSize, long outputSize, bool hasBias = true, Device? device = null, ScalarType? dtype = null)
            {
                // PyTorch's own start: uniform within 1/sqrt(inputs), which is kaiming_uniform_ with a = sqrt(5).
                var weight = Parameter(empty(outputSize, inputSize, dtype, device));
                init.kaiming_uniform_(weight, Math.Sqrt(5));
                var bound = inputSize > 0 ? 1 / Math.Sqrt(inputSize) : 0;
                var bias = hasBias ? Parameter(empty(outputSize, dtype, device)) : null;
                if (bias is not null)
                    init.uniform_(bias, -bound, bound);
                return new Linear(weight, bias);
            }

            public static Linear Linear(Parameter weight, Parameter? bias = null) => new(weight, bias);
        }
    }
}
