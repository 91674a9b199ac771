namespace VqganBot.Imaging;

/// <summary>What a picture may cost; both are checked before a pixel is decoded.</summary>
/// <param name="MaxBytes">Largest file. <value>32 MiB by default.</value></param>
/// <param name="MaxPixels">Largest width times height. <value>64 million by default.</value></param>
public sealed record DecodeLimits(long MaxBytes = 32L << 20, long MaxPixels = 64_000_000)
{
    /// <summary>The limits for pictures from strangers.</summary>
    public static DecodeLimits Default { get; } = new();
}
