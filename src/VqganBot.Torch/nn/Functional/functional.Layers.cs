using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>The functions behind the layers.</summary>
        public static partial class functional
        {
            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) =>
                Aten.linear.One(input, weights, bias);

            public static Tensor conv2d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null,
                long[]? padding = null, long[]? dilation = null, long groups = 1) =>
                Aten.conv2d.One(input, weight, bias, strides ?? [1, 1], padding ?? [0, 0], dilation ?? [1, 1], groups);

            public static Tensor conv2d_padding(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null,
                Padding padding = Padding.Valid, long[]? dilation = null, long groups = 1) =>
                Aten.conv2dPadding.One(input, weight, bias, strides ?? [1, 1], padding == Padding.Same ? "same" : "valid",
                    dilation ?? [1, 1], groups);

            public static Tensor conv_transpose2d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null,
                long[]? padding = null, long[]? output_padding = null, long[]? dilation = null, long groups = 1) =>
                Aten.conv_transpose2dInput.One(input, weight, bias, strides ?? [1, 1], padding ?? [0, 0],
                    output_padding ?? [0, 0], groups, dilation ?? [1, 1]);

            public static Tensor group_norm(Tensor input, long num_groups, Tensor? weight = null, Tensor? bias = null,
                double eps = 1e-5) => Aten.group_norm.One(input, num_groups, weight, bias, eps);

            public static Tensor layer_norm(Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null,
                double eps = 1e-5) => Aten.layer_norm.One(input, normalized_shape, weight, bias, eps);

            public static Tensor batch_norm(Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null,
                Tensor? bias = null, bool training = false, double momentum = 0.1, double eps = 1e-5) =>
                Aten.batch_norm.One(input, weight, bias, running_mean, running_var, training, momentum, eps, true);

            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                inplace ? Aten.dropout_.Self(input, p, training) : Aten.dropout.One(input, p, training);

            public static Tensor one_hot(Tensor x, long num_classes = -1) => Aten.one_hot.One(x, num_classes);

            /// <summary>Softmax(q kᵀ / sqrt(d)) v (Vaswani et al., 2017).</summary>
            /// <remarks>Composed of plain operators where libtorch has none of this name: 1.13 does not, 2.x does.</remarks>
            public static Tensor scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor? attn_mask = null,
                double p = 0.0, bool is_casual = false)
            {
                if (Aten.scaled_dot_product_attention.IsKnown)
                    return Aten.scaled_dot_product_attention.One(query, key, value, attn_mask, p, is_casual);
                using var scope = NewDisposeScope();
                var scores = (query * (1 / Math.Sqrt(query.size(-1)))).matmul(key.transpose(-2, -1));
                if (is_casual)
                {
                    var allowed = ones(query.size(-2), key.size(-2), ScalarType.Bool, query.device).tril();
                    scores = scores.masked_fill(allowed.logical_not(), double.NegativeInfinity);
                }
                if (attn_mask is not null)
                    scores = attn_mask.dtype == ScalarType.Bool
                        ? scores.masked_fill(attn_mask.logical_not(), double.NegativeInfinity)
                        : scores + attn_mask;
                var weights = scores.softmax(-1);
                if (p > 0)
                    weights = dropout(weights, p, true);
                return weights.matmul(value).MoveToOuterDisposeScope();
            }
        }
    }
}
