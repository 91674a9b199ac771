using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules
{
    /// <summary>A convolution over the last two dimensions.</summary>
    public sealed class Conv2d : Module<Tensor, Tensor>
    {
        private readonly bool _same;

        internal Conv2d(Parameter weight, Parameter? bias, long[] stride, long[]? padding, long[] dilation, long groups,
            PaddingModes paddingMode) : base(nameof(Conv2d))
        {
            this.weight = weight;
            this.bias = bias;
            this.stride = stride;
            this.dilation = dilation;
            this.groups = groups;
            padding_mode = paddingMode;
            _same = padding is null;
            this.padding = padding ?? [0, 0];
            register_parameter(nameof(weight), weight);
            register_parameter(nameof(bias), bias);
        }

        public Parameter weight { get; }

        public Parameter? bias { get; }

        public long[] stride { get; }

        public long[] padding { get; }

        public long[] dilation { get; }

        public long groups { get; }

        public PaddingModes padding_mode { get; }

        public long[] kernel_size => [weight.size(2), weight.size(3)];

        public long in_channels => weight.size(1) * groups;

        public long out_channels => weight.size(0);

        public override Tensor forward(Tensor input)
        {
            if (_same)
                return functional.conv2d_padding(input, weight, bias, stride, Padding.Same, dilation, groups);
            if (padding_mode == PaddingModes.Zeros)
                return functional.conv2d(input, weight, bias, stride, padding, dilation, groups);
            using var padded = functional.pad(input, (padding[1], padding[1], padding[0], padding[0]), padding_mode);
            return functional.conv2d(padded, weight, bias, stride, [0, 0], dilation, groups);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Conv2d Conv2d(long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0,
                long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
                Device? device = null, ScalarType? dtype = null) =>
                MakeConv2d(in_channels, out_channels, (kernel_size, kernel_size), (stride, stride), [padding, padding],
                    (dilation, dilation), padding_mode, groups, bias, device, dtype);

            public static Conv2d Conv2d(long in_channels, long out_channels, (long, long) kernel_size, (long, long)? stride = null,
                (long, long)? padding = null, (long, long)? dilation = null, PaddingModes padding_mode = PaddingModes.Zeros,
                long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                MakeConv2d(in_channels, out_channels, kernel_size, stride ?? (1, 1),
                    padding is { } around ? [around.Item1, around.Item2] : [0, 0], dilation ?? (1, 1), padding_mode, groups, bias, device, dtype);

            public static Conv2d Conv2d(long in_channels, long out_channels, long kernel_size, Padding padding, long stride = 1,
                long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
                Device? device = null, ScalarType? dtype = null) =>
                MakeConv2d(in_channels, out_channels, (kernel_size, kernel_size), (stride, stride),
                    padding == Padding.Same ? null : [0, 0], (dilation, dilation), padding_mode, groups, bias, device, dtype);

            private static Conv2d MakeConv2d(long inputs, long outputs, (long Height, long Width) kernel, (long, long) stride,
                long[]? padding, (long, long) dilation, PaddingModes mode, long groups, bool hasBias, Device? device, ScalarType? dtype)
            {
                var weight = Parameter(empty(outputs, inputs / groups, kernel.Height, kernel.Width, dtype, device));
                init.kaiming_uniform_(weight, Math.Sqrt(5));
                var bound = 1 / Math.Sqrt(inputs / groups * kernel.Height * kernel.Width);
                var bias = hasBias ? Parameter(empty(outputs, dtype, device)) : null;
                if (bias is not null)
                    init.uniform_(bias, -bound, bound);
                return new Conv2d(weight, bias, [stride.Item1, stride.Item2], padding, [dilation.Item1, dilation.Item2], groups, mode);
            }
        }
    }
}
