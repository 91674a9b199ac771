using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules
{
    /// <summary>Each channel brought to mean 0 and deviation 1 over the batch, or by what was seen in training (Ioffe and Szegedy, 2015).</summary>
    public sealed class BatchNorm2d : Module<Tensor, Tensor>
    {
        internal BatchNorm2d(long features, double eps, double momentum, bool affine, bool track, Device? device, ScalarType? dtype)
            : base(nameof(BatchNorm2d))
        {
            num_features = features;
            this.eps = eps;
            this.momentum = momentum;
            if (affine)
            {
                weight = Parameter(ones(features, dtype, device));
                bias = Parameter(zeros(features, dtype, device));
                register_parameter(nameof(weight), weight);
                register_parameter(nameof(bias), bias);
            }
            if (!track)
                return;
            running_mean = zeros(features, dtype, device);
            running_var = ones(features, dtype, device);
            num_batches_tracked = zeros([], ScalarType.Int64, device);
            register_buffer(nameof(running_mean), running_mean);
            register_buffer(nameof(running_var), running_var);
            register_buffer(nameof(num_batches_tracked), num_batches_tracked);
        }

        /// <value>Null when the layer was made without scale and shift.</value>
        public Parameter weight { get; } = null!;

        public Parameter? bias { get; }

        public Tensor? running_mean { get; }

        public Tensor? running_var { get; }

        public Tensor? num_batches_tracked { get; }

        public long num_features { get; }

        public double eps { get; }

        public double momentum { get; }

        public override Tensor forward(Tensor input)
        {
            if (input.dim() != 4)
                throw new ArgumentException($"BatchNorm2d takes [N, C, H, W] and was given [{string.Join(", ", input.shape)}].", nameof(input));
            if (training)
                num_batches_tracked?.add_(1);
            return functional.batch_norm(input, running_mean, running_var, weight, bias, training || running_mean is null, momentum, eps);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static BatchNorm2d BatchNorm2d(long num_features, double eps = 1e-05, double momentum = 0.1, bool affine = true,
                bool track_running_stats = true, Device? device = null, ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, device, dtype);
        }
    }
}
