namespace VqganBot.Generation.Classification;

/// <summary>How well a label fits a picture: its share among all labels asked for, and its cosine, which stands for itself.</summary>
public sealed record LabelScore(string Label, double Probability, double Cosine);
