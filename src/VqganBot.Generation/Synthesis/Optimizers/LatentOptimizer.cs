using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>
/// One rule of descent for the one tensor that is painted. A seam of our own beside torch.optim, for two reasons: a step
/// returns its result instead of writing it in place, so that a step that fails leaves nothing half-changed; and the moments
/// are plain named tensors, so that a painting is saved and resumed exactly.
/// </summary>
internal abstract class LatentOptimizer(params string[] moments) : IDisposable
{
    private Tensor[] _moments = [];

    /// <value>Names of the tensors that are its memory, in the state file.</value>
    public IReadOnlyList<string> MomentNames { get; } = moments;

    public IReadOnlyList<Tensor> Moments => _moments;

    public static LatentOptimizer Create(OptimizerKind kind, double weightDecay) => kind switch
    {
        OptimizerKind.Adam => new AdamRule(weightDecay, false),
        OptimizerKind.AdamW => new AdamRule(weightDecay, true),
        OptimizerKind.RAdam => new RAdamRule(weightDecay),
        OptimizerKind.Adagrad => new AdagradRule(weightDecay),
        _ => throw new PaintingRequestException($"There is no optimizer '{kind}'; there are {string.Join(", ", Enum.GetNames<OptimizerKind>())}."),
    };

    /// <summary>Begins with moments of zero, shaped like the latent.</summary>
    public void Start(Tensor latent) => Keep([.. MomentNames.Select(_ => zeros_like(latent))]);

    /// <summary>The latent after step <paramref name="t"/> (the first is 1) and the moments that go with it, to be kept once the step stands.</summary>
    public abstract (Tensor Latent, Tensor[] Moments) Next(Tensor latent, Tensor gradient, double rate, int t);

    public void Keep(Tensor[] moments)
    {
        Dispose();
        _moments = [.. moments.Select(moment => moment.DetachFromDisposeScope())];
    }

    public void Dispose()
    {
        foreach (Tensor moment in _moments)
            moment.Dispose();
    }
}
