using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules
{
    /// <summary>Each group of channels brought to mean 0 and deviation 1, then scaled and shifted (Wu and He, 2018).</summary>
    public sealed class GroupNorm : Module<Tensor, Tensor>
    {
        internal GroupNorm(long groups, long channels, double eps, bool affine, Device? device, ScalarType? dtype)
            : base(nameof(GroupNorm))
        {
            num_groups = groups;
            num_channels = channels;
            this.eps = eps;
            if (!affine)
                return;
            weight = Parameter(ones(channels, dtype, device));
            bias = Parameter(zeros(channels, dtype, device));
            register_parameter(nameof(weight), weight);
            register_parameter(nameof(bias), bias);
        }

        /// <value>Null when the layer was made without scale and shift.</value>
        public Parameter weight { get; } = null!;

        public Parameter? bias { get; }

        public long num_groups { get; }

        public long num_channels { get; }

        public double eps { get; }

        public override Tensor forward(Tensor tensor) => functional.group_norm(tensor, num_groups, weight, bias, eps);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static GroupNorm GroupNorm(long num_groups, long num_channels, double eps = 1e-05, bool affine = true,
                Device? device = null, ScalarType? dtype = null) => new(num_groups, num_channels, eps, affine, device, dtype);
        }
    }
}
