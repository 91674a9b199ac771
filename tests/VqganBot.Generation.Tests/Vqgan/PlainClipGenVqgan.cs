using TorchSharp;
using VqganBot.Generation.Tests.Transformer;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace VqganBot.Generation.Tests.Vqgan;

/// <summary>CLIP-GEN's VQGAN written down a second time: it walks through the file's names in their order and does what each layer's weights ask for.</summary>
internal sealed class PlainClipGenVqgan(MadeWeights weights)
{
    public Tensor Encode(Tensor picture)
    {
        Tensor x = Run("encoder.mid", Run("encoder.down", Convolve("encoder.conv_in", picture, 1)));
        x = Convolve("encoder.final.2", functional.silu(Norm("encoder.final.0", x)), 1);
        return Convolve("encoder.final.3", x, 0);
    }

    public Tensor Decode(Tensor z)
    {
        Tensor x = Convolve("decoder.conv_in", Convolve("decoder.quant_conv_in", z, 0), 1);
        x = Run("decoder.up", Run("decoder.mid", x));
        return Convolve("decoder.final.2", functional.silu(Norm("decoder.final.0", x)), 1);
    }

    private Tensor Run(string sequence, Tensor x)
    {
        for (int i = 0; ; i++)
        {
            string layer = $"{sequence}.{i}";
            if (weights.Has(layer + ".block.0.weight"))
                x = Residual(layer, x);
            else if (weights.Has(layer + ".attn.in_proj_weight"))
                x = x + Attend(layer, x);
            else if (weights.Has(layer + ".conv.weight"))
                x = sequence.StartsWith("encoder", StringComparison.Ordinal) ? Halve(layer, x) : Convolve(layer + ".conv", x.repeat_interleave(2, 2).repeat_interleave(2, 3), 1);
            else
                return x;
        }
    }

    private Tensor Residual(string layer, Tensor x)
    {
        Tensor h = Convolve(layer + ".block.2", functional.silu(Norm(layer + ".block.0", x)), 1);
        h = Convolve(layer + ".block.6", functional.silu(Norm(layer + ".block.3", h)), 1);
        return h + (weights.Has(layer + ".shortcut.weight") ? Convolve(layer + ".shortcut", x, 0) : x);
    }

    private Tensor Attend(string layer, Tensor x)
    {
        long N = x.shape[0], C = x.shape[1], H = x.shape[2], W = x.shape[3];
        Tensor h = Norm(layer + ".norm", x).view(N, C, H * W).transpose(1, 2);                                               // [N,HW,C]
        Tensor[] thirds = (matmul(h, weights[layer + ".attn.in_proj_weight"].t()) + weights[layer + ".attn.in_proj_bias"]).chunk(3, -1);
        Tensor shares = functional.softmax(matmul(thirds[0] / Math.Sqrt(C), thirds[1].transpose(1, 2)), -1);                 // [N,HW,HW]
        Tensor mixed = matmul(matmul(shares, thirds[2]), weights[layer + ".attn.out_proj.weight"].t()) + weights[layer + ".attn.out_proj.bias"];
        return mixed.transpose(1, 2).reshape(N, C, H, W);                                                                    // [N,C,H,W]
    }

    private Tensor Halve(string layer, Tensor x) =>
        functional.conv2d(functional.pad(x, [0L, 1L, 0L, 1L]), weights[layer + ".conv.weight"], weights[layer + ".conv.bias"], [2L, 2L]);

    private Tensor Convolve(string layer, Tensor x, long padding) =>
        functional.conv2d(x, weights[layer + ".weight"], weights[layer + ".bias"], [1L, 1L], [padding, padding]);

    // 32 groups, PyTorch's own ε.
    private Tensor Norm(string layer, Tensor x)
    {
        Tensor groups = x.reshape(x.shape[0], 32, -1);
        Tensor mean = groups.mean([2L], true), centred = groups - mean;
        Tensor normed = (centred / ((centred * centred).mean([2L], true) + 1e-5).sqrt()).view(x.shape);
        return (normed * weights[layer + ".weight"].view(1, -1, 1, 1)) + weights[layer + ".bias"].view(1, -1, 1, 1);
    }
}
