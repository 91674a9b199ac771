using TorchSharp;
using VqganBot.Generation.Clip;
using VqganBot.Generation.Devices;
using VqganBot.Generation.Packs;
using VqganBot.Generation.Vqgan;

namespace VqganBot.Generation.Synthesis;

/// <summary>
/// What a painting needs of a device's memory at most, told from shapes before it begins. Checked against what was measured
/// in float32 on the CPU; on a GPU the drivers' own needs come on top.
/// </summary>
/// <param name="Weights">Bytes of the networks.</param>
/// <param name="Picture">Bytes that the picture keeps for the way back through its decoder.</param>
/// <param name="View">Bytes of one cutout in the CLIP where it costs most.</param>
public sealed record MemoryEstimate(long Weights, long Picture, long View)
{
    // What one leaves to others and to the libraries' own buffers.
    private const double Usable = 0.9;

    public static MemoryEstimate Of(ModelPack pack, IReadOnlyList<GuestClip> guests, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(guests);
        IReadOnlyList<ClipModel> clips = [.. pack.Clips, .. guests.Select(guest => guest.Model)];
        long weights = new torch.nn.Module[] { pack.Vqgan }.Concat(clips).SelectMany(network => network.parameters()).Sum(weight => weight.numel() * weight.ElementSize);
        return Of(weights, pack.Vqgan.Config, [.. clips.Select(clip => clip.Config)], width, height, pack.Precision);
    }

    public static MemoryEstimate Of(long weights, VqganConfig vqgan, IReadOnlyList<ClipConfig> clips, int width, int height, Precision precision)
    {
        ArgumentNullException.ThrowIfNull(precision);
        bool narrow = precision.Narrow is not null;
        return new MemoryEstimate(weights, DecoderMemory.Of(vqgan, width, height, narrow), clips.Max(clip => TowerMemory.Of(clip, width, height, narrow)));
    }

    public long Bytes(int cutoutsAtOnce, int pictures = 1) => Weights + (pictures * (Picture + (cutoutsAtOnce * View)));

    /// <summary>How many of the cutouts go through CLIP at a time for the picture to fit: all, or parts of about the same size. At least one, even where that does not fit.</summary>
    /// <param name="free">Bytes that are free beside the weights, which are there already.</param>
    public int CutoutsAtOnce(int cutouts, long free)
    {
        long room = (long)(free * Usable) - Picture;
        int most = (int)Math.Clamp(room / Math.Max(1, View), 1, cutouts);
        int parts = (cutouts + most - 1) / most;
        return (cutouts + parts - 1) / parts;
    }

    /// <summary>Whether a picture fits, if its cutouts go one at a time.</summary>
    public bool Fits(long free) => Picture + View <= free * Usable;
}
