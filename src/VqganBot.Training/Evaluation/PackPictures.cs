using TorchSharp;
using VqganBot.Generation.Drafts;
using VqganBot.Generation.Packs;
using VqganBot.Generation.Synthesis;
using VqganBot.Imaging;
using VqganBot.Training.Toybox;
using static TorchSharp.torch;

namespace VqganBot.Training.Evaluation;

/// <summary>Makes pictures with a pack, one at a time.</summary>
internal sealed class PackPictures(ModelPack pack, EvaluationOptions options)
{
    private readonly Painter _painter = new(pack);

    public bool CanDraft => pack.Prior is not null;

    /// <summary>Paints as 'imagine' would, a step at a time.</summary>
    public Rgb24Image Painted(string prompt, ulong seed, CancellationToken cancellationToken)
    {
        using var painting = _painter.Start(new PaintingRequest
        {
            Prompt = prompt,
            Width = pack.Manifest.DefaultSize[0],
            Height = pack.Manifest.DefaultSize[1],
            Steps = options.Steps,
            Seed = seed,
            Preset = options.Preset,
            Settings = options.Settings,
            Model = pack.Manifest.Name,
        });
        while (!painting.IsFinished)
        {
            cancellationToken.ThrowIfCancellationRequested();
            painting.Advance();
        }

        return painting.Render();
    }

    /// <summary>What painting with a drafted start begins from.</summary>
    public Rgb24Image Drafted(string prompt, ulong seed, CancellationToken cancellationToken) =>
        new Drafter(pack).Draft(
            new DraftRequest { Prompt = prompt, Seed = seed, Candidates = options.Settings.DraftCandidates, Sampling = options.Settings.DraftSampling },
            null, cancellationToken)[0].Picture;

    /// <summary>What the autoencoder makes of a picture: no painting can be expected to be sharper.</summary>
    public Rgb24Image Reconstructed(Rgb24Image picture)
    {
        using var still = no_grad();
        using var scope = NewDisposeScope();
        var unit = PictureTensors.Unit([picture]).to(pack.Device);                                   // [1,3,64,64]
        var (quantized, _) = pack.Vqgan.quantize(pack.Vqgan.encode((unit * 2) - 1));
        return PictureTensors.Picture((pack.Vqgan.decode(quantized) + 1) / 2);
    }

    /// <summary>Codes drawn by chance: what the judge reads into nothing.</summary>
    public Rgb24Image Random(ulong seed)
    {
        using var still = no_grad();
        using var scope = NewDisposeScope();
        var random = ToyRandom.For(seed, 6001);
        var factor = pack.Vqgan.Config.DownsampleFactor;
        var (rows, columns) = (pack.Manifest.DefaultSize[1] / factor, pack.Manifest.DefaultSize[0] / factor);
        var codes = Enumerable.Range(0, (int)(rows * columns)).Select(_ => (long)random.Below((int)pack.Vqgan.codebook.shape[0])).ToArray();
        var latent = pack.Vqgan.lookup(tensor(codes, [1, rows, columns]).to(pack.Device));            // [1,C,h,w]
        return PictureTensors.Picture((pack.Vqgan.decode(latent) + 1) / 2);
    }
}
