namespace VqganBot.Generation.Clip;

/// <summary>The non-linearity of a CLIP's feed-forward layers; it belongs to the weights, not to the architecture.</summary>
public enum ClipActivation
{
    /// <summary>x·σ(1.702x): OpenAI's, MetaCLIP's and DFN's weights.</summary>
    QuickGelu,

    /// <summary>The exact x·Φ(x): LAION's and DataComp's weights.</summary>
    Gelu,
}
