using TorchSharp;
using TorchSharp.Modules;
using VqganBot.Training.Optimisation;
using static TorchSharp.torch;

namespace VqganBot.Training.Vqgan;

/// <summary>Hinge loss for both players, and the weight that keeps the generator's share of it in proportion (VQGAN, equation 7).</summary>
internal sealed class AdversarialGame : IDisposable
{
    private readonly double _weight;

    public AdversarialGame(long width, double weight, Device device)
    {
        _weight = weight;
        Discriminator = new PatchDiscriminator(width);
        Discriminator.to(device);
        Optimiser = new NamedAdamW(Discriminator.named_parameters(), 0, 0.5, 0.9);
    }

    public PatchDiscriminator Discriminator { get; }

    public NamedAdamW Optimiser { get; }

    /// <summary>The generator's weighted loss; gradients of both losses are compared at the decoder's last layer.</summary>
    public Tensor GeneratorLoss(Tensor reconstruction, Tensor otherLosses, Parameter lastLayer)
    {
        var fooling = -Discriminator.call(reconstruction).mean();
        var other = autograd.grad([otherLosses], [lastLayer], null, true)[0];
        var own = autograd.grad([fooling], [lastLayer], null, true)[0];
        var ratio = Length(other) / (Length(own) + 1e-4);
        return fooling * (Math.Clamp(ratio, 0, 1e4) * _weight);
    }

    public double Train(Tensor real, Tensor reconstruction, double learningRate)
    {
        Optimiser.ZeroGrad();
        var loss = (nn.functional.relu(1 - Discriminator.call(real)).mean()
            + nn.functional.relu(1 + Discriminator.call(reconstruction.detach())).mean()) * 0.5;
        loss.backward();
        Optimiser.Step(learningRate, 1);
        return loss.item<float>();
    }

    public void Dispose()
    {
        Optimiser.Dispose();
        Discriminator.Dispose();
    }

    private static double Length(Tensor gradient) => Math.Sqrt(gradient.pow(2).sum().item<float>());
}
