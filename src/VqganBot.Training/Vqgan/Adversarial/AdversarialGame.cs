using TorchSharp;
using TorchSharp.Modules;
using VqganBot.Training.Optimisation;
using static TorchSharp.torch;

namespace VqganBot.Training.Vqgan.Adversarial;

/// <summary>Both players' losses, and the weight that keeps the generator's share of it in proportion (VQGAN, equation 7).</summary>
internal sealed class AdversarialGame : IDisposable
{
    private const double HighestRatio = 1e4;

    private readonly VqganTrainingOptions _options;
    private readonly MixedPrecision _precision;

    public AdversarialGame(VqganTrainingOptions options, MixedPrecision precision, Device device)
    {
        (_options, _precision) = (options, precision);
        Discriminator = new PatchDiscriminator(options.DiscriminatorWidth, options.DiscriminatorLayers);
        Discriminator.to(device);
        Optimiser = new NamedAdamW(Discriminator.named_parameters(), 0, 0.5, 0.9);
    }

    public PatchDiscriminator Discriminator { get; }

    public NamedAdamW Optimiser { get; }

    public bool IsOn(long step) => _options.DiscriminatorStart is { } start && step >= start;

    /// <summary>The generator's weighted loss; gradients of both losses are compared at the decoder's last layer.</summary>
    public Tensor GeneratorLoss(Tensor reconstruction, Tensor otherLosses, Parameter lastLayer)
    {
        var fooling = -Judge(reconstruction).mean();
        var ratio = Length(otherLosses, lastLayer) / (Length(fooling, lastLayer) + 1e-4);
        return fooling * (Math.Clamp(ratio, 0, HighestRatio) * _options.DiscriminatorWeight * _options.DiscriminatorFactor);
    }

    public double Train(Tensor real, Tensor reconstruction, double learningRate)
    {
        Optimiser.ZeroGrad();
        var loss = DiscriminatorLoss(Judge(real), Judge(reconstruction.detach())) * _options.DiscriminatorFactor;
        _precision.Backward(loss);
        Optimiser.Step(learningRate, 1, _precision);
        return loss.item<float>();
    }

    public Tensor DiscriminatorLoss(Tensor real, Tensor reconstructed) => _options.DiscriminatorLoss == AdversarialLoss.Hinge
        ? (nn.functional.relu(1 - real).mean() + nn.functional.relu(1 + reconstructed).mean()) * 0.5
        : (nn.functional.softplus(-real).mean() + nn.functional.softplus(reconstructed).mean()) * 0.5;

    public void Dispose()
    {
        Optimiser.Dispose();
        Discriminator.Dispose();
    }

    private Tensor Judge(Tensor picture)
    {
        using var narrow = _precision.Forward();
        return Discriminator.call(picture).to(ScalarType.Float32); // [N,1,h,w]
    }

    private double Length(Tensor loss, Parameter layer)
    {
        var gradient = autograd.grad([loss * _precision.Scale], [layer], null, true)[0];
        return Math.Sqrt(gradient.pow(2).sum().item<float>()) / _precision.Scale;
    }
}
