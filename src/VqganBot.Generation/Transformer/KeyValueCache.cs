using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Transformer;

/// <summary>Keys and values of the places read so far, layer by layer, so that each further place costs one column instead of all.</summary>
internal sealed class KeyValueCache(int layers, int places) : IDisposable
{
    private readonly (Tensor Keys, Tensor Values)?[] _layers = new (Tensor, Tensor)?[layers];

    /// <value>Places read.</value>
    public int Length { get; private set; }

    /// <summary>Adds keys and values [B,H,n,d] of the places that follow; returns those of all places read, [B,H,Length+n,d].</summary>
    public (Tensor Keys, Tensor Values) Append(int layer, Tensor keys, Tensor values)
    {
        long n = keys.shape[2];
        (Tensor allKeys, Tensor allValues) = _layers[layer] ??= (Room(keys), Room(values));
        allKeys.narrow(2, Length, n).copy_(keys);
        allValues.narrow(2, Length, n).copy_(values);
        return (allKeys.narrow(2, 0, Length + n), allValues.narrow(2, 0, Length + n));
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

    private Tensor Room(Tensor like) =>
        torch.empty([like.shape[0], like.shape[1], places, like.shape[3]], like.dtype, like.device).DetachFromDisposeScope();
}
