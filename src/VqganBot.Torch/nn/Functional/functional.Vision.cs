using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                mode is PaddingModes.Constant or PaddingModes.Zeros
                    ? Aten.constant_pad_nd.One(input, pad, value)
                    : Edged(input, pad, mode);

            public static Tensor pad(Tensor input, ReadOnlySpan<long> pad, PaddingModes mode = PaddingModes.Constant,
                double value = 0) => functional.pad(input, pad.ToArray(), mode, value);

            public static Tensor pad(Tensor input, (long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, (long[])[pad.Item1, pad.Item2], mode, value);

            public static Tensor pad(Tensor input, (long, long, long, long) pad, PaddingModes mode = PaddingModes.Constant,
                double value = 0) =>
                functional.pad(input, (long[])[pad.Item1, pad.Item2, pad.Item3, pad.Item4], mode, value);

            public static Tensor pad(Tensor input, long pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, (long[])[pad, pad], mode, value);

            /// <summary>One pair of widths pads the last dimension, two pairs the last two.</summary>
            private static Tensor Edged(Tensor input, long[] pad, PaddingModes mode) => (mode, pad.Length) switch
            {
                (PaddingModes.Reflect, 2) => Aten.reflection_pad1d.One(input, pad),
                (PaddingModes.Reflect, 4) => Aten.reflection_pad2d.One(input, pad),
                (PaddingModes.Replicate, 2) => Aten.replication_pad1d.One(input, pad),
                (PaddingModes.Replicate, 4) => Aten.replication_pad2d.One(input, pad),
                (PaddingModes.Circular, _) => Aten._pad_circular.One(input, pad),
                _ => throw new ArgumentException(
                    $"pad in mode {mode} takes 2 widths (left, right) or 4 (left, right, top, bottom) and was given {pad.Length}.", nameof(pad)),
            };

            /// <summary>The picture read at the places the grid names, from -1 to 1 across it.</summary>
            public static Tensor grid_sample(Tensor input, Tensor grid, GridSampleMode mode = GridSampleMode.Bilinear,
                GridSamplePaddingMode padding_mode = GridSamplePaddingMode.Zeros, bool? align_corners = null) =>
                Aten.grid_sampler.One(input, grid, mode == GridSampleMode.Bilinear ? 0L : 1L, padding_mode switch
                {
                    GridSamplePaddingMode.Zeros => 0L,
                    GridSamplePaddingMode.Border => 1L,
                    _ => 2L,
                }, align_corners ?? false);

            public static Tensor affine_grid(Tensor theta, long[]? size = null, bool align_corners = false) =>
                Aten.affine_grid_generator.One(theta, size ?? throw new ArgumentNullException(nameof(size)), align_corners);

            public static Tensor pixel_shuffle(Tensor input, long upscale_factor) => Aten.pixel_shuffle.One(input, upscale_factor);

            public static Tensor pixel_unshuffle(Tensor input, long downscale_factor) =>
                Aten.pixel_unshuffle.One(input, downscale_factor);

            public static Tensor unfold(Tensor input, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                Aten.im2col.One(input, Pair(kernel_size), Pair(dilation), Pair(padding), Pair(stride));

            public static Tensor unfold(Tensor input, (long, long) kernel_size, (long, long)? dilation = null,
                (long, long)? padding = null, (long, long)? stride = null) =>
                Aten.im2col.One(input, Pair(kernel_size), Pair(dilation) ?? [1, 1], Pair(padding) ?? [0, 0], Pair(stride) ?? [1, 1]);
        }
    }
}
