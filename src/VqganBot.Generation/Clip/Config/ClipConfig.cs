using VqganBot.Generation.Clip.Loading;

namespace VqganBot.Generation.Clip;

/// <summary>The dimensions of one CLIP: two towers that meet in a space of <paramref name="EmbedDim"/> numbers.</summary>
public sealed record ClipConfig(int EmbedDim, ClipVisionConfig Vision, ClipTextConfig Text)
{
    /// <value>Default: QuickGELU, as OpenAI's own weights need it.</value>
    public ClipActivation Activation { get; init; } = ClipActivation.QuickGelu;

    /// <value>The ε of every layer normalisation; default 1e-5.</value>
    public double LayerNormEps { get; init; } = 1e-5;

    /// <value>What is subtracted from each colour of a picture in 0…1; default: OpenAI's.</value>
    public IReadOnlyList<float> Mean { get; init; } = ClipPreprocess.OpenAiMean;

    /// <value>What each colour is divided by afterwards; default: OpenAI's.</value>
    public IReadOnlyList<float> Std { get; init; } = ClipPreprocess.OpenAiStd;

    /// <value>Side of the square picture the image tower looks at.</value>
    public int InputResolution => Vision.InputResolution;

    /// <value>How many tokens a text has, padding included.</value>
    public int ContextLength => Text.ContextLength;

    /// <value>How many tokens there are; the highest is the end token.</value>
    public int VocabSize => Text.VocabSize;

    /// <summary>The metadata with which a safetensors file of this network is complete in itself: heads, activation, normalisation.</summary>
    public IReadOnlyDictionary<string, string> ToMetadata() => ClipHints.ToMetadata(this);
}
