using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace VqganBot.Generation.Tests.Torch;

/// <summary>The functions behind layers and losses.</summary>
internal static class NetworkCases
{
    private static readonly long[] Grid = [2, 4, 5, 5];

    public static readonly Dictionary<string, Func<OperatorInputs, Tensor>> All = new()
    {
        ["one_hot"] = x => functional.one_hot(x.rows, 4),
        ["linear"] = x => functional.linear(x.a, x.q, x.shift),
        ["conv2d"] = x => functional.conv2d(x.image, x.kernel, x.bias, [2, 2], [1, 1]),
        ["conv2d_input"] = x => functional.conv2d(x.image, x.kernel, x.bias, [1, 1], [1, 1]),
        ["conv2d_groups"] = x => functional.conv2d(x.image, x.kernel.narrow(1, 0, 2), null, null, null, [2, 2], 2),
        ["conv2d_same"] = x => functional.conv2d_padding(x.image, x.kernel, null, null, Padding.Same),
        ["conv_transpose2d"] = x => functional.conv_transpose2d(x.image, x.kernel.transpose(0, 1), null, [2, 2], [1, 1], [1, 1]),
        ["group_norm"] = x => functional.group_norm(x.image, 2, x.scale, x.shift),
        ["layer_norm"] = x => functional.layer_norm(x.a, [4], x.scale, x.shift),
        ["batch_norm"] = x => functional.batch_norm(x.image, null, null, x.scale, x.shift, true),
        ["relu"] = x => functional.relu(x.a),
        ["silu"] = x => functional.silu(x.a),
        ["gelu"] = x => functional.gelu(x.a),
        ["leaky_relu"] = x => functional.leaky_relu(x.a, 0.2),
        ["elu"] = x => functional.elu(x.a, 1.5),
        ["softplus"] = x => functional.softplus(x.a, 2),
        ["softmax"] = x => functional.softmax(x.a, 1),
        ["log_softmax"] = x => functional.log_softmax(x.a, 0),
        ["logsigmoid"] = x => functional.logsigmoid(x.a),
        ["normalize"] = x => functional.normalize(x.m, 2, 2),
        ["cosine_similarity"] = x => functional.cosine_similarity(x.a, x.b),
        ["avg_pool2d"] = x => functional.avg_pool2d(x.image, 3, 2, 1),
        ["max_pool2d"] = x => functional.max_pool2d(x.image, 2),
        ["adaptive_avg"] = x => functional.adaptive_avg_pool2d(x.image, (4, 5)),
        ["adaptive_max"] = x => functional.adaptive_max_pool2d(x.image, [4, 5]),
        ["pad"] = x => functional.pad(x.image, (1, 2, 0, 1), PaddingModes.Constant, 0.5),
        ["pad_reflect"] = x => functional.pad(x.image, (2, 1, 1, 2), PaddingModes.Reflect),
        ["pad_replicate"] = x => functional.pad(x.image, (2, 1, 1, 2), PaddingModes.Replicate),
        ["pad_circular"] = x => functional.pad(x.image, (2, 1, 1, 2), PaddingModes.Circular),
        ["nearest"] = x => functional.interpolate(x.image, null, [2, 2]),
        ["bilinear"] = x => functional.interpolate(x.image, [9, 4], null, InterpolationMode.Bilinear, false),
        ["bilinear_corners"] = x => functional.interpolate(x.image, [9, 4], null, InterpolationMode.Bilinear, true),
        ["bilinear_antialias"] = x => functional.interpolate(x.image, [3, 4], null, InterpolationMode.Bilinear, null, false, true),
        ["bicubic"] = x => functional.interpolate(x.image, [9, 8], null, InterpolationMode.Bicubic, false),
        ["bicubic_antialias"] = x => functional.interpolate(x.image, [3, 4], null, InterpolationMode.Bicubic, null, false, true),
        ["area"] = x => functional.interpolate(x.image, [3, 2], null, InterpolationMode.Area),
        ["grid"] = x => functional.affine_grid(x.theta, Grid),
        ["grid_sample"] = x => functional.grid_sample(x.image, functional.affine_grid(x.theta, Grid), align_corners: false),
        ["grid_sample_border"] = x => functional.grid_sample(x.image, functional.affine_grid(x.theta * 1.5, Grid),
            GridSampleMode.Bilinear, GridSamplePaddingMode.Border, false),
        ["grid_sample_reflect"] = x => functional.grid_sample(x.image, functional.affine_grid(x.theta * 1.5, Grid, true),
            GridSampleMode.Nearest, GridSamplePaddingMode.Reflection, true),
        ["pixel_shuffle"] = x => functional.pixel_shuffle(x.image, 2),
        ["pixel_unshuffle"] = x => functional.pixel_unshuffle(x.image, 3),
        ["unfold"] = x => functional.unfold(x.image, 3, 1, 0, 3),
        ["attention"] = x => functional.scaled_dot_product_attention(x.queries, x.queries, x.queries),
        ["attention_causal"] = x => functional.scaled_dot_product_attention(x.queries, x.queries, x.queries, null, 0, true),
        ["cross_entropy"] = x => functional.cross_entropy(x.logits, x.classes),
        ["cross_entropy_smooth"] = x => functional.cross_entropy(x.logits, x.classes, null, -100, Reduction.Sum, 0.1),
        ["mse_loss"] = x => functional.mse_loss(x.a, x.b),
        ["l1_loss"] = x => functional.l1_loss(x.a, x.b, Reduction.None),
        ["smooth_l1_loss"] = x => functional.smooth_l1_loss(x.a, x.b, Reduction.Mean, 0.5),
        ["bce_logits"] = x => functional.binary_cross_entropy_with_logits(x.a, (x.b > 0).@float()),
    };
}
