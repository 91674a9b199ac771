namespace VqganBot.Generation.Synthesis;

/// <summary>How CLIP is shown the picture.</summary>
public enum CutoutMethod
{
    /// <summary>Square crops of random size and place, resampled exactly (Crowson; nerdyrodent's <c>original</c>).</summary>
    Original,

    /// <summary>The whole picture pooled to a square, the same for each cutout before augmentation (nerdyrodent's default).</summary>
    Pooling,

    /// <summary>A mix of wide views that keep the aspect and zoomed views (after pixray).</summary>
    Best,
}
