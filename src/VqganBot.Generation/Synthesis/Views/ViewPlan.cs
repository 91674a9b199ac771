namespace VqganBot.Generation.Synthesis;

/// <summary>One view before augmentation: what part of the source it shows, what lies beyond it, and what may be done to it.</summary>
internal sealed record ViewPlan(Homography Map, ViewFill Fill, AugmentationSettings Augmentation);
