using TorchSharp;
using VqganBot.Generation.Packs;

namespace VqganBot.CommandLine.Imagine;

/// <summary>How many threads compute, by what there is and what is computed.</summary>
internal static class ThreadCount
{
    // A small model's operators are over before a second thread is awake: with the built-in one two threads took as long as
    // one, up to 256x256, and the kernel another half of the time to wake them.
    private const long SmallModel = 20_000_000;

    // libtorch counts the machine's processors, .NET those that a container is granted.
    private static readonly int Granted = Math.Min(torch.get_num_threads(), Environment.ProcessorCount);

    public static void Fit(ModelPack pack) => torch.set_num_threads(IsSmall(pack) ? 1 : Granted);

    private static bool IsSmall(ModelPack pack) =>
        pack.Vqgan.parameters().Concat(pack.Clips.SelectMany(clip => clip.parameters())).Sum(parameter => parameter.numel()) < SmallModel;
}
