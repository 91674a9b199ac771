using TorchSharp;
using VqganBot.Generation.Clip;
using VqganBot.Training.Clip;
using static TorchSharp.torch;

namespace VqganBot.Training.Vqgan.Perception;

/// <summary>How differently a CLIP of our own sees two pictures: one minus the cosine of their embeddings.</summary>
internal sealed class ClipDistance : IPerceptualDistance
{
    private readonly ClipModel _clip;

    public ClipDistance(string weights, Device device)
    {
        _clip = ClipModel.Load(weights);
        _clip.to(device);
    }

    public Tensor Of(Tensor reconstruction, Tensor picture)
    {
        var seen = Embed(reconstruction);
        using var still = no_grad();
        var wanted = Embed(picture);
        still.Dispose();
        return 1 - (seen * wanted).sum([1]).mean();
    }

    public void Dispose() => _clip.Dispose();

    private Tensor Embed(Tensor signed) => ClipPictures.Embed((signed + 1) / 2, _clip); // [N,D]
}
