using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>
/// What changes while a picture is painted. A step changes it all at once, in <see cref="Commit"/>, or not at all.
/// </summary>
internal sealed class PaintingState : IDisposable
{
    public PaintingState(Tensor latent, Tensor initial, Tensor? average, LatentOptimizer optimizer, PaintingProgress progress)
    {
        Latent = latent.DetachFromDisposeScope();
        Initial = initial.DetachFromDisposeScope();
        Average = average?.DetachFromDisposeScope();
        Optimizer = optimizer;
        Progress = progress;
    }

    public Tensor Latent { get; private set; }      // [1, C, h, w]

    public Tensor Initial { get; private set; }     // [1, C, h, w]

    public Tensor? Average { get; private set; }    // [1, C, h, w], when it is kept

    public LatentOptimizer Optimizer { get; }

    public PaintingProgress Progress { get; private set; }

    public static PaintingState Begin(Tensor latent, PaintingSettings settings)
    {
        LatentOptimizer optimizer = LatentOptimizer.Create(settings.Optimizer, settings.WeightDecay);
        optimizer.Start(latent);
        return new PaintingState(
            latent, latent.clone(), settings.LatentAverageDecay > 0 ? zeros_like(latent) : null, optimizer, PaintingProgress.None);
    }

    /// <summary>What a step with this gradient makes of it. Nothing is changed: that is <see cref="Commit"/>'s.</summary>
    public StateAfterStep After(Tensor gradient, double rate, IDrawer drawer, PaintingSettings settings)
    {
        (Tensor latent, Tensor[] moments) = Optimizer.Next(Latent, gradient, rate, Progress.Step - Progress.OptimizerBegan + 1);
        if (settings.ClampLatent)
            latent = drawer.Clamp(latent);
        return new StateAfterStep(latent, moments, Average is { } sum ? LatentAverage.Next(sum, latent, settings.LatentAverageDecay) : null);
    }

    public void Commit(StateAfterStep next, double loss)
    {
        Average?.Dispose();
        Average = next.Average?.DetachFromDisposeScope();
        Latent.Dispose();
        Latent = next.Latent.DetachFromDisposeScope();
        Optimizer.Keep(next.Moments);
        Progress = Progress.After(loss);
    }

    /// <summary>Another latent in the place of this one. The average begins from it; only a memory that never fades is lost.</summary>
    public void GoOn(Tensor latent, Tensor initial, PaintingSettings settings)
    {
        Initial.Dispose();
        Initial = initial.DetachFromDisposeScope();
        Latent.Dispose();
        Latent = latent.DetachFromDisposeScope();
        if (Average is { } sum)
        {
            Average = LatentAverage.Of(latent, settings.LatentAverageDecay, Progress.Step).DetachFromDisposeScope();
            sum.Dispose();
        }

        // Its sum of squares only grows: over a whole film the steps would come to nothing.
        if (settings.Optimizer == OptimizerKind.Adagrad)
            Optimizer.Start(latent);
    }

    /// <summary>Another latent, of another size, and an optimiser without memory.</summary>
    public void BeginAnew(Tensor latent, Tensor initial, PaintingSettings settings)
    {
        Optimizer.Start(latent);
        Progress = Progress.Anew();
        GoOn(latent, initial, settings);
    }

    /// <summary>What is to be looked at: the running average where one is kept.</summary>
    public Tensor Shown(PaintingSettings settings) => Average is { } sum
        ? LatentAverage.Value(sum, Latent, settings.LatentAverageDecay, Progress.Step)
        : Latent;

    public void Dispose()
    {
        Latent.Dispose();
        Initial.Dispose();
        Average?.Dispose();
        Optimizer.Dispose();
    }
}
