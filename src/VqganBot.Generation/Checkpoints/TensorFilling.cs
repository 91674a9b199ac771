using TorchSharp;
using TorchSharp.Modules;
using VqganBot.Generation.Checkpoints.Storage;
using static TorchSharp.torch;

namespace VqganBot.Generation.Checkpoints;

/// <summary>The cheapest way from a file's tensor into a network's: none, one copy, or one conversion.</summary>
internal static class TensorFilling
{
    // So many elements pass through the processor's cache when they are converted; up to here libtorch wakes no further threads.
    private const int ConvertedAtOnce = 1 << 15;

    /// <param name="read">The whole tensor in memory of its own, for what nothing simpler does.</param>
    public static void Fill(StoredTensor stored, Tensor target, Func<Tensor> read)
    {
        bool isPlain = target.device_type == DeviceType.CPU && target.is_contiguous() && stored.Info.ByteCount > 0;
        bool isSame = target.dtype == stored.Info.Type;
        if (isPlain && isSame && target is Parameter parameter && stored.Memory() is { } memory && TorchRuntime.Adopt(parameter, memory.Owner, memory.Address))
            return;
        if (isPlain && isSame && stored.Info.ByteCount <= int.MaxValue)
            stored.CopyTo(target.bytes);
        else if (isPlain && stored.IsContiguous)
            Convert(stored, target);
        else
            Copy(read, target);
    }

    private static void Convert(StoredTensor stored, Tensor target)
    {
        int size = TensorTypes.SizeOf(stored.Info.Type);
        long count = stored.Info.ByteCount / size;
        using DisposeScope scope = NewDisposeScope();
        Tensor flat = target.view(-1), piece = empty([Math.Min(count, ConvertedAtOnce)], stored.Info.Type);
        for (long first = 0; first < count; first += ConvertedAtOnce)
        {
            using DisposeScope step = NewDisposeScope();
            long length = Math.Min(ConvertedAtOnce, count - first);
            Tensor part = piece.narrow(0, 0, length);
            stored.CopyRun(first * size, part.bytes);
            flat.narrow(0, first, length).copy_(part);
        }
    }

    private static void Copy(Func<Tensor> read, Tensor target)
    {
        using Tensor whole = read();
        target.copy_(whole);
    }
}
