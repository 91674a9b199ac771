namespace VqganBot.Generation.Synthesis;

/// <summary>The part of the picture that a spot prompt is about.</summary>
public enum SpotArea
{
    /// <summary>What is white in the mask that the request carries.</summary>
    Mask,
    Left,
    Right,
    Top,
    Bottom,

    /// <summary>The middle half of each side.</summary>
    Centre,
}
