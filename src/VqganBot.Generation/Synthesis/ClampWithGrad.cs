using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>
/// Clamps going forward; going backward a gradient passes unless a descent step along it would push the value further out:
/// g · (g·(x − clamp(x)) ≥ 0), vqgan-clip.md 1.1 step 6.2.
/// </summary>
/// <remarks>
/// That rule is not linear in g, so no composition of ordinary operators has it for its derivative. The graph is cut instead:
/// <see cref="Value"/> is a leaf, what is built on it leaves its gradient there (from as many cut batches as there are), and
/// <see cref="Backward"/> takes it through the rule and on, once.
/// </remarks>
internal sealed class ClampWithGrad
{
    private readonly Tensor _x;

    public ClampWithGrad(Tensor x, double least, double most)
    {
        _x = x;
        Value = x.detach().clamp(least, most).requires_grad_(true);
    }

    public Tensor Value { get; }

    public void Backward() => _x.backward([Masked(_x.detach(), Value.detach(), Value.grad!)]);

    internal static Tensor Masked(Tensor x, Tensor clamped, Tensor g) => g * (g * (x - clamped)).ge(0).to(g.dtype);
}
