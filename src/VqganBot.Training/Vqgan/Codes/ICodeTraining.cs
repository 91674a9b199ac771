using VqganBot.Training.Optimisation;
using VqganBot.Training.Toybox;
using static TorchSharp.torch;

namespace VqganBot.Training.Vqgan.Codes;

/// <summary>How latents become codes while both are learnt: the nearest code, or one drawn by Gumbel's trick.</summary>
internal interface ICodeTraining : IDisposable
{
    /// <summary>Whether the optimiser moves a parameter of the network.</summary>
    bool Learns(string parameter);

    void AddTo(TrainingState state);

    /// <summary>Called once at the beginning of a training, with latents [P,C] of some pictures.</summary>
    void Begin(Func<Tensor> latents, ToyRandom random);

    /// <param name="latent">[N,C,h,w].</param>
    /// <param name="step">The step.</param>
    /// <param name="progress">How much of the training is done, from 0 to 1.</param>
    CodedLatent Code(Tensor latent, long step, double progress);

    /// <summary>Called after the optimiser's step; returns the share of codes in use.</summary>
    double AfterStep(Tensor latent, CodedLatent coded, long step, ToyRandom random);
}
