namespace VqganBot.Generation.Synthesis;

/// <summary>What random numbers are for; each purpose has a generator of its own. The numbers are part of what a seed means: never change one.</summary>
internal enum RandomPurpose
{
    Latent = 1,
    Views = 2,
    Geometry = 3,
    Colour = 4,
    Erasing = 5,
    NoiseStrength = 6,
    Noise = 7,
    ImagePromptViews = 8,
    NoisePrompt = 9,
    Fill = 10,
    Variation = 11,
    Drafts = 12,
    TileOffset = 13,
    Backdrop = 14,
}
