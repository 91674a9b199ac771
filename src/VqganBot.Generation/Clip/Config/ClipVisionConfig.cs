namespace VqganBot.Generation.Clip;

/// <summary>The image tower: a <see cref="VisionTransformerConfig"/> or a <see cref="ModifiedResNetConfig"/>.</summary>
public abstract record ClipVisionConfig(int InputResolution);
