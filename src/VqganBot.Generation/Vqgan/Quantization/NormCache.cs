using TorchSharp.Modules;
using static TorchSharp.torch;

namespace VqganBot.Generation.Vqgan;

/// <summary>The squared length of each code, computed once for a frozen codebook and anew each time for one that learns.</summary>
/// <remarks>A class of its own, so that the network does not take the cached tensor for one of its buffers.</remarks>
internal sealed class NormCache
{
    private Tensor? _norms;

    public Tensor Of(Parameter codebook)
    {
        if (codebook.requires_grad)
            return Compute(codebook);
        if (_norms is null || _norms.device.ToString() != codebook.device.ToString())
        {
            _norms?.Dispose();
            _norms = Compute(codebook).DetachFromDisposeScope();
        }
        return _norms;
    }

    private static Tensor Compute(Parameter codebook) => codebook.pow(2).sum([1]); // [K]
}
