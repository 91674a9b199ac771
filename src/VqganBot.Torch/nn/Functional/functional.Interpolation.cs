using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor upsample(Tensor input, long[]? size = null, double[]? scale_factor = null,
                UpsampleMode mode = UpsampleMode.Nearest, bool align_corners = false) =>
                interpolate(input, size, scale_factor, (InterpolationMode)(int)mode, mode == UpsampleMode.Nearest ? null : align_corners);

            /// <summary>A picture [N, C, H, W] at another size: give either the size or the factors.</summary>
            public static Tensor interpolate(Tensor x, long[]? size = null, double[]? scale_factor = null,
                InterpolationMode mode = InterpolationMode.Nearest, bool? align_corners = null,
                bool recompute_scale_factor = false, bool antialias = false)
            {
                if (x.dim() != 4)
                    throw new ArgumentException($"interpolate takes [N, C, H, W] and was given [{string.Join(", ", x.shape)}].", nameof(x));
                if (size is null == scale_factor is null)
                    throw new ArgumentException("interpolate takes either the size or the scale factors, and exactly one of them.");
                if (scale_factor is not null)
                    scale_factor = scale_factor.Length == 1 ? [scale_factor[0], scale_factor[0]] : scale_factor;
                if (size is not null)
                    size = size.Length == 1 ? [size[0], size[0]] : size;
                if (scale_factor is not null && recompute_scale_factor)
                {
                    size = [(long)Math.Floor(x.size(2) * scale_factor[0]), (long)Math.Floor(x.size(3) * scale_factor[1])];
                    scale_factor = null;
                }
                var corners = align_corners ?? false;
                return (mode, antialias) switch
                {
                    (InterpolationMode.Nearest, false) => Aten.upsample_nearest2dVec.One(x, size, scale_factor),
                    (InterpolationMode.NearestExact, false) => Aten._upsample_nearest_exact2dVec.One(x, size, scale_factor),
                    (InterpolationMode.Bilinear, false) => Aten.upsample_bilinear2dVec.One(x, size, corners, scale_factor),
                    (InterpolationMode.Bilinear, true) => Aten._upsample_bilinear2d_aaVec.One(x, size, corners, scale_factor),
                    (InterpolationMode.Bicubic, false) => Aten.upsample_bicubic2dVec.One(x, size, corners, scale_factor),
                    (InterpolationMode.Bicubic, true) => Aten._upsample_bicubic2d_aaVec.One(x, size, corners, scale_factor),
                    (InterpolationMode.Area, false) => adaptive_avg_pool2d(x, size ?? Scaled(x, scale_factor!)),
                    _ => throw new ArgumentException(
                        $"interpolate knows no {mode}{(antialias ? " with antialiasing" : "")} for pictures; Nearest, NearestExact, Area, Bilinear and Bicubic work, the last two with antialiasing too."),
                };
            }

            private static long[] Scaled(Tensor x, double[] factors) =>
                [(long)Math.Floor(x.size(2) * factors[0]), (long)Math.Floor(x.size(3) * factors[1])];
        }
    }
}
