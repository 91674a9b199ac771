using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>
/// A prompt as one CLIP model sees it: the points to paint towards, with weight and stop; the loss is the squared
/// great-circle distance (vqgan-clip.md 1.1, step 7).
/// </summary>
internal sealed class PromptTarget : IDisposable
{
    private readonly Tensor _v; // [m, d], unit length
    private readonly double _weight;
    private readonly double _stop;

    public PromptTarget(Tensor embeddings, double weight, double stop)
    {
        using DisposeScope scope = NewDisposeScope();
        _v = Unit(embeddings.detach()).DetachFromDisposeScope();
        _weight = weight;
        _stop = stop;
    }

    private PromptTarget(PromptTarget owner, double weight)
    {
        _v = owner._v;
        _weight = weight;
        _stop = owner._stop;
    }

    public bool IsPositive => _weight > 0;

    /// <summary>The same prompt with a share of its weight. It borrows the points: only the prompt itself is disposed.</summary>
    public PromptTarget Weakened(double share) => new(this, _weight * share);

    /// <param name="u">Embeddings of the cutouts, of unit length.</param>
    /// <returns>The distance times the weight, and what is to be differentiated in its place.</returns>
    public PromptLoss Loss(Tensor u /* [n, d] */)
    {
        Tensor chord = (u.unsqueeze(1) - _v.unsqueeze(0)).norm(-1);     // [n, m]
        Tensor halfAngle = (chord / 2).arcsin();
        Tensor d = halfAngle * halfAngle * (2 * Math.Sign(_weight));     // θ²/2, with the sign of the weight
        Tensor loss = d.mean() * Math.Abs(_weight);

        // replace_grad(d, max(d, stop)): the loss that is told stays d, but below the stop nothing pulls any more.
        return double.IsNegativeInfinity(_stop)
            ? new PromptLoss(loss.detach(), loss)
            : new PromptLoss(loss.detach(), d.clamp_min(_stop).mean() * Math.Abs(_weight));
    }

    /// <summary>Mean cosine between <paramref name="u"/> and this prompt.</summary>
    public Tensor Cosine(Tensor u /* [n, d] */) => u.matmul(_v.t()).mean();

    /// <summary>To unit length; the small number is that of PyTorch's normalize.</summary>
    public static Tensor Unit(Tensor x /* [n, d] */) => x / x.norm(-1, true).clamp_min(1e-12);

    public void Dispose() => _v.Dispose();
}
