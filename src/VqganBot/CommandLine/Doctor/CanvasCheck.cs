using System.Globalization;
using VqganBot.Generation.Clip;
using VqganBot.Generation.Devices;
using VqganBot.Generation.Synthesis;
using VqganBot.Generation.Vqgan;

namespace VqganBot.CommandLine.Doctor;

/// <summary>What size of picture fits into memory with the published networks that most people paint with.</summary>
internal static class CanvasCheck
{
    private const int Step = 64;
    private const int Usual = 512;
    private const int UsualCutouts = 32;
    private const long Parameters = 240_000_000;

    private static readonly VqganConfig Vqgan = new()
    {
        Target = "taming.models.vqgan.VQModel", EmbedDim = 256, NEmbed = 16384, ZChannels = 256, Resolution = 256,
        Channels = 128, ChannelMultipliers = [1, 1, 2, 2, 4], ResBlocks = 2, AttentionResolutions = [16],
    };

    private static readonly ClipConfig Clip = new(512, new VisionTransformerConfig(224, 32, 768, 12), new ClipTextConfig(77, 49408, 512, 12));

    public static Finding? Of(DeviceFacts facts)
    {
        if ((facts.FreeBytes ?? MachineCheck.AvailableBytes()) is not { } free) return null;
        var precision = Precision.For(PrecisionChoice.Auto, facts);
        var weights = Parameters * (precision.Narrow is null ? 4 : 3);
        var usual = Estimate(Usual);
        var largest = Enumerable.Range(1, 64).Select(i => i * Step).LastOrDefault(side => Estimate(side).Fits(free - weights));
        var seen = string.Create(CultureInfo.InvariantCulture,
            $"imagenet-16384 with ViT-B/32 needs about {usual.Bytes(UsualCutouts) / 1e9:0.0} GB at {Usual}x{Usual} with {UsualCutouts} cutouts at a time");
        return largest > 0
            ? Finding.Good("canvas", $"{seen}; up to {largest}x{largest} fits now, fewer at a time where need be")
            : Finding.Note("canvas", $"{seen}, and nothing of it fits now", "The built-in model needs a hundredth of that.");

        MemoryEstimate Estimate(int side) => MemoryEstimate.Of(weights, Vqgan, [Clip], side, side, precision);
    }
}
