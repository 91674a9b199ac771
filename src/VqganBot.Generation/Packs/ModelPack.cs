using TorchSharp;
using VqganBot.Generation.Clip;
using VqganBot.Generation.Devices;
using VqganBot.Generation.Synthesis;
using VqganBot.Generation.Transformer;
using VqganBot.Generation.Vqgan;
using static TorchSharp.torch;

namespace VqganBot.Generation.Packs;

/// <summary>Everything that paints: a VQGAN, the CLIPs that judge it, their tokenizer, on one device.</summary>
public sealed class ModelPack : IDisposable
{
    /// <summary>A pack of networks that are in memory already; it becomes their owner.</summary>
    public ModelPack(ModelPackManifest manifest, VqganModel vqgan, IReadOnlyList<ClipModel> clips, ClipTokenizer tokenizer, Device device, Prior? prior = null)
    {
        Manifest = manifest;
        Vqgan = vqgan;
        Clips = clips;
        Tokenizer = tokenizer;
        Device = device;
        Prior = prior;
    }

    public ModelPackManifest Manifest { get; }

    public VqganModel Vqgan { get; }

    public IReadOnlyList<ClipModel> Clips { get; }

    public ClipTokenizer Tokenizer { get; }

    public Device Device { get; }

    /// <value>What drafts pictures from embeddings of the first CLIP, if the pack has one.</value>
    public Prior? Prior { get; }

    /// <value>What drafts pictures of classes, or of one kind, in a pack of taming's whose checkpoint has a transformer; null for all others.</value>
    public Net2Net? Transformer { get; init; }

    /// <value>In what its networks look and draw.</value>
    public Precision Precision { get; private set; } = Precision.Float32;

    /// <summary>Loads the pack of a folder and moves it to a device.</summary>
    /// <exception cref="PrecisionException">The device does not compute in the format that was asked for.</exception>
    /// <exception cref="ModelPackException">A file is missing, or the parts do not fit together.</exception>
    /// <exception cref="Checkpoints.CheckpointException">A file of weights is damaged or is another network's.</exception>
    public static ModelPack Load(string folder, Device device, PrecisionChoice precision = PrecisionChoice.Auto)
    {
        ArgumentNullException.ThrowIfNull(device);
        Precision chosen = Precision.For(precision, DeviceFacts.Of(device));
        ModelPack pack = PackLoader.Load(folder, device);
        pack.ComputeIn(chosen);
        return pack;
    }

    /// <summary>Looks and draws in another format from now on; the weights are rounded to it.</summary>
    public void ComputeIn(Precision precision)
    {
        ArgumentNullException.ThrowIfNull(precision);
        Accelerator.Tune(Device, precision);
        Vqgan.ComputeIn(precision);
        foreach (ClipModel clip in Clips)
            clip.ComputeIn(precision);
        Precision = precision;
        if (Recording is null && Accelerator.Graph(Device) is { } graph)
            Recording = new StepRecording(graph);
    }

    /// <value>Where the steps of its paintings are written down, one size at a time.</value>
    internal StepRecording? Recording { get; set; }

    public void Dispose()
    {
        Recording?.Dispose();
        Vqgan.Dispose();
        Prior?.Dispose();
        Transformer?.Dispose();
        foreach (ClipModel clip in Clips)
            clip.Dispose();
    }
}
