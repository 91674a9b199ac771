namespace VqganBot.CommandLine.Bench;

/// <summary>The dimensions of a published VQGAN; all else (two blocks a level, 256 latent channels) is alike in them.</summary>
internal sealed record VqganShape(string Name, int Channels, int[] Multipliers, int Codes, int CodeWidth, int AttentionResolution)
{
    // Published configurations: taming-transformers, configs of the named checkpoints.
    public static readonly VqganShape[] Known =
    [
        new("imagenet-16384", 128, [1, 1, 2, 2, 4], 16384, 256, 16),
        new("imagenet-1024", 128, [1, 1, 2, 2, 4], 1024, 256, 16),
    ];

    public int Factor => 1 << (Multipliers.Length - 1);
}
