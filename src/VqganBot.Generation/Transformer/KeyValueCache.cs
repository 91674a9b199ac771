using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Transformer;

/// <summary>
/// Keys and values of the places read so far, layer by layer, so that each further place costs one column instead of all. Keys
/// lie turned, so that what multiplies a query runs along the places in both.
/// </summary>
internal sealed class KeyValueCache(int layers, int places) : IDisposable
{
    private readonly (Tensor Keys, Tensor Values)?[] _layers = new (Tensor, Tensor)?[layers];

    /// <value>Places read.</value>
    public int Length { get; private set; }

    /// <summary>Adds keys and values [B,H,n,d] of the places that follow; returns those of all places read, [B,H,d,Length+n] and [B,H,Length+n,d].</summary>
    public (Tensor Keys, Tensor Values) Append(int layer, Tensor keys, Tensor values)
    {
        long B = keys.shape[0], H = keys.shape[1], n = keys.shape[2], d = keys.shape[3];
        (Tensor allKeys, Tensor allValues) = _layers[layer] ??= (Room(keys, [B, H, d, places]), Room(values, [B, H, places, d]));
        allKeys.narrow(3, Length, n).copy_(keys.transpose(2, 3));
        allValues.narrow(2, Length, n).copy_(values);
        return (allKeys.narrow(3, 0, Length + n), allValues.narrow(2, 0, Length + n));
    }

    /// <summary>Called once all layers have appended.</summary>
    public void Advance(int count) => Length += count;

    /// <summary>Forgets what was read and keeps the room.</summary>
    public void Clear() => Length = 0;

    public void Dispose()
    {
        foreach ((Tensor Keys, Tensor Values)? layer in _layers)
        {
            layer?.Keys.Dispose();
            layer?.Values.Dispose();
        }
    }

    private static Tensor Room(Tensor like, long[] shape) => torch.empty(shape, like.dtype, like.device).DetachFromDisposeScope();
}
