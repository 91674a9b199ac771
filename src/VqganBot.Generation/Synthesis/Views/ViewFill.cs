namespace VqganBot.Generation.Synthesis;

/// <summary>What a view shows where it looks beyond the picture's edge.</summary>
public enum ViewFill
{
    Black,

    /// <summary>The pixels at the edge, drawn out.</summary>
    Border,

    /// <summary>The picture mirrored at its edges.</summary>
    Reflection,

    /// <summary>A grey drawn anew for each cutout.</summary>
    RandomGrey,
}
