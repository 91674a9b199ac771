using TorchSharp;
using VqganBot.Generation.Vqgan;
using VqganBot.Training.Optimisation;
using VqganBot.Training.Toybox;
using static TorchSharp.torch;

namespace VqganBot.Training.Vqgan.Codes;

/// <summary>
/// GumbelVQ's codes (Jang et al. 2017; taming-transformers' GumbelQuantize): one is drawn with the likelihood the encoder
/// votes for, the decoder gets it whole, and the gradient goes through the softened draw, which hardens as training goes on.
/// </summary>
internal sealed class GumbelCodes(VqganModel network, VqganTrainingOptions options) : ICodeTraining
{
    public bool Learns(string parameter) => true;

    public void AddTo(TrainingState state)
    {
        // All that it learns is in the network.
    }

    public void Begin(Func<Tensor> latents, ToyRandom random)
    {
        // The votes' own random weights are the beginning.
    }

    public CodedLatent Code(Tensor latent, long step, double progress)
    {
        var votes = network.votes(latent);                                                                  // [N,K,h,w]
        var likely = votes.softmax(1);                                                                      // [N,K,h,w]
        var divergence = (likely * (likely * network.codebook.shape[0] + 1e-10).log()).sum([1]).mean();
        var soft = ((votes + Noise(votes, step)) / Temperature(progress)).softmax(1);                       // [N,K,h,w]
        var codes = soft.argmax(1);                                                                         // [N,h,w]
        var mixed = matmul(soft.permute(0, 2, 3, 1), network.codebook.detach()).permute(0, 3, 1, 2);        // [N,C,h,w]
        var hard = network.lookup(codes);                                                                   // [N,C,h,w]
        // Forward the code drawn and no more; backward the drawn codes learn, and through the soft mixture the votes do.
        return new CodedLatent(hard + (mixed - mixed.detach()), divergence * options.DivergenceWeight, codes);
    }

    public double AfterStep(Tensor latent, CodedLatent coded, long step, ToyRandom random)
    {
        using var scope = NewDisposeScope();
        var used = coded.Codes.flatten().cpu().data<long>().ToArray().Distinct().Count();
        return used / (double)network.codebook.shape[0];
    }

    public void Dispose()
    {
    }

    public double Temperature(double progress) =>
        options.LastTemperature + ((options.Temperature - options.LastTemperature) * 0.5 * (1 + Math.Cos(Math.PI * Math.Clamp(progress, 0, 1))));

    /// <summary>Gumbel's distribution, from (seed, step) alone, so that a training that was interrupted draws the same.</summary>
    private Tensor Noise(Tensor votes, long step)
    {
        using var dice = new Generator(ToyRandom.For(options.Common.Seed + 5, (ulong)step).NextBits(), votes.device);
        var uniform = rand(votes.shape, ScalarType.Float32, votes.device, false, dice).clamp_min(1e-20);
        return -(-uniform.log()).log(); // [N,K,h,w]
    }
}
