using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Clip;

/// <summary>The non-linearity of a CLIP's feed-forward layers; it belongs to the weights, not to the architecture.</summary>
public enum ClipActivation
{
    /// <summary>x·σ(1.702x): OpenAI's, MetaCLIP's and DFN's weights.</summary>
    QuickGelu,

    /// <summary>The exact x·Φ(x): LAION's and DataComp's weights.</summary>
    Gelu,
}

internal static class ClipActivations
{
    public static Tensor Apply(this ClipActivation activation, Tensor x) => activation switch
    {
        // x·σ(ax) = silu(ax)/a: one product fewer to remember and two fewer on the way back.
        ClipActivation.QuickGelu => nn.functional.silu(x * 1.702) * (1 / 1.702),
        _ => nn.functional.gelu(x),
    };

    /// <summary>The names Hugging Face's configurations use; null for one that no published CLIP has.</summary>
    public static ClipActivation? Parse(string name) => name switch
    {
        "quick_gelu" => ClipActivation.QuickGelu,
        "gelu" => ClipActivation.Gelu,
        _ => null,
    };

    public static string Name(this ClipActivation activation) =>
        activation == ClipActivation.QuickGelu ? "quick_gelu" : "gelu";
}
