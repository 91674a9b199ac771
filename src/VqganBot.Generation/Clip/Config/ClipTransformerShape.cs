namespace VqganBot.Generation.Clip;

/// <summary>What one tower tells its transformer.</summary>
internal sealed record ClipTransformerShape(long Width, int Layers, long Heads, long MlpWidth, ClipActivation Activation, double Eps, bool Causal);
