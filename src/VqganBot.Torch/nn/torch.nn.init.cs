namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>First values for parameters, written in place.</summary>
        public static partial class init
        {
            /// <summary>Which side of a layer the spread is kept for.</summary>
            public enum FanInOut
            {
                FanIn = 0,
                FanOut = 1,
            }

            /// <summary>What follows the layer.</summary>
            public enum NonlinearityType
            {
                Linear = 0,
                Conv1D = 1,
                Conv2D = 2,
                Conv3D = 3,
                ConvTranspose1D = 4,
                ConvTranspose2D = 5,
                ConvTranspose3D = 6,
                Sigmoid = 7,
                Tanh = 8,
                ReLU = 9,
                LeakyReLU = 10,
            }

            public static Tensor zeros_(Tensor? tensor) => Untracked(tensor, it => it.zero_());

            public static Tensor uniform_(Tensor? tensor, double low = 0, double high = 1, Generator? generator = null) =>
                Untracked(tensor, it => it.uniform_(low, high, generator));

            public static Tensor normal_(Tensor? tensor, double mean = 0, double std = 1, Generator? generator = null) =>
                Untracked(tensor, it => it.normal_(mean, std, generator));

            /// <summary>Normal values, those outside a..b drawn anew by inverting the distribution within it.</summary>
            public static Tensor trunc_normal_(Tensor? tensor, double mean = 0, double std = 1, double a = -2, double b = 2,
                Generator? generator = null)
            {
                var low = (1 + Erf((a - mean) / std / Math.Sqrt(2))) / 2;
                var high = (1 + Erf((b - mean) / std / Math.Sqrt(2))) / 2;
                return Untracked(tensor, it => it.uniform_((2 * low) - 1, (2 * high) - 1, generator).erfinv_()
                    .mul_(std * Math.Sqrt(2)).add_(mean).clamp_(a, b));
            }

            /// <summary>Uniform, scaled so that signals keep their size through the rectifier that follows (He et al., 2015).</summary>
            public static Tensor kaiming_uniform_(Tensor? tensor, double a = 0, FanInOut mode = FanInOut.FanIn,
                NonlinearityType nonlinearity = NonlinearityType.LeakyReLU)
            {
                var bound = Math.Sqrt(3) * KaimingDeviation(tensor, a, mode, nonlinearity);
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>Uniform, scaled by both sides of the layer (Glorot and Bengio, 2010).</summary>
            public static Tensor xavier_uniform_(Tensor? tensor, double gain = 1.0)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                var bound = gain * Math.Sqrt(6.0 / (fanIn + fanOut));
                return uniform_(tensor, -bound, bound);
            }

            public static double calculate_gain(NonlinearityType nonlinearity, double param = 0.0) => nonlinearity switch
            {
                NonlinearityType.Tanh => 5.0 / 3,
                NonlinearityType.ReLU => Math.Sqrt(2),
                NonlinearityType.LeakyReLU => Math.Sqrt(2 / (1 + (param * param))),
                _ => 1,
            };

            public static (long fanIn, long fanOut) CalculateFanInAndFanOut(Tensor? tensor)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                var shape = tensor.shape;
                if (shape.Length < 2)
                    throw new ArgumentException($"Fan in and fan out need at least 2 dimensions; the tensor has {shape.Length}.", nameof(tensor));
                var field = shape.Skip(2).Aggregate(1L, (product, length) => product * length);
                return (shape[1] * field, shape[0] * field);
            }

            private static double KaimingDeviation(Tensor? tensor, double a, FanInOut mode, NonlinearityType nonlinearity)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return calculate_gain(nonlinearity, a) / Math.Sqrt(mode == FanInOut.FanIn ? fanIn : fanOut);
            }

            private static double Erf(double x)
            {
                using var scope = NewDisposeScope();
                return tensor(x).erf().item<double>();
            }

            private static Tensor Untracked(Tensor? tensor, Func<Tensor, Tensor> fill)
            {
                // The bias of a layer that was made without one is the usual way to get here.
                ArgumentNullException.ThrowIfNull(tensor);
                if (SkippedInitialization.IsOn)
                    return tensor;
                using var mode = no_grad();
                return fill(tensor);
            }
        }
    }
}
