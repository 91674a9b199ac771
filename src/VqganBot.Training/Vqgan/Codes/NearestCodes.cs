using VqganBot.Generation.Vqgan;
using VqganBot.Training.Optimisation;
using VqganBot.Training.Toybox;
using static TorchSharp.torch;

namespace VqganBot.Training.Vqgan.Codes;

/// <summary>VQModel's codes: the nearest one, straight through, drawn together with the latents by one of three rules.</summary>
internal sealed class NearestCodes : ICodeTraining
{
    private const int RevivalEvery = 20;

    private readonly VqganModel _network;
    private readonly CodebookRule _rule;
    private readonly double _commitment;
    private readonly CodebookAverages _averages;

    public NearestCodes(VqganModel network, CodebookRule rule, double commitment)
    {
        (_network, _rule, _commitment) = (network, rule, commitment);
        _averages = new CodebookAverages(network.codebook);
    }

    /// <summary>Codes that follow averages take no gradient, and would only be dragged along by old moments.</summary>
    public bool Learns(string parameter) => _rule != CodebookRule.Average || !parameter.StartsWith("quantize.", StringComparison.Ordinal);

    public void AddTo(TrainingState state)
    {
        state.Add("averages.counts", _averages.Counts);
        state.Add("averages.sums", _averages.Sums);
    }

    public void Begin(Func<Tensor> latents, ToyRandom random) => _averages.Initialise(latents(), random);

    public CodedLatent Code(Tensor latent, long step, double progress)
    {
        var (quantized, codes) = _network.quantize(latent);
        // Straight through: the decoder sees the code, the encoder gets the decoder's gradient.
        return new CodedLatent(VqganModel.straight_through(latent, quantized), Loss(latent, quantized), codes);
    }

    public double AfterStep(Tensor latent, CodedLatent coded, long step, ToyRandom random)
    {
        var flat = latent.permute(0, 2, 3, 1).reshape(-1, latent.shape[1]); // [N·h·w,C]
        return _averages.Update(flat, coded.Codes.flatten(), _rule == CodebookRule.Average, step % RevivalEvery == RevivalEvery - 1, random);
    }

    public void Dispose() => _averages.Dispose();

    private Tensor Loss(Tensor latent, Tensor quantized)
    {
        var toCode = (latent - quantized.detach()).pow(2).mean();
        if (_rule == CodebookRule.Average)
            return toCode * _commitment;
        var toLatent = (quantized - latent.detach()).pow(2).mean();
        return _rule == CodebookRule.Gradient
            ? toLatent + (toCode * _commitment)
            : toCode + (toLatent * _commitment);
    }
}
