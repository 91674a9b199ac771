namespace VqganBot.Jobs;

/// <summary>The pictures that a job begins with, as PNG.</summary>
/// <param name="StartImage">Goes with <see cref="JobOrder.HasStartImage"/>.</param>
/// <param name="ImagePrompts">As many as <see cref="JobOrder.ImagePrompts"/>.</param>
internal sealed record JobPictures(byte[]? StartImage, IReadOnlyList<byte[]> ImagePrompts)
{
    public static JobPictures None { get; } = new(null, []);
}
