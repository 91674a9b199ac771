using TorchSharp;
using VqganBot.Generation.Vqgan;
using VqganBot.Imaging;
using VqganBot.Training.Vqgan;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using Network = VqganBot.Generation.Transformer.Prior;

namespace VqganBot.Training.Prior;

/// <summary>Measures a prior on pictures that it never learns from, and shows what it drafts for their embeddings.</summary>
internal sealed class PriorValidation(CodedPictures heldBack, VqganModel vqgan, Device device) : IDisposable
{
    private const int Chunk = 64;
    private const int SheetColumns = 8;
    private const ulong SheetSeed = 1;

    public PriorFigures Measure(Network prior)
    {
        prior.eval();
        using var still = no_grad();
        var count = heldBack.Codes.shape[0];
        var sum = 0.0;
        for (var first = 0L; first < count; first += Chunk)
        {
            using var scope = NewDisposeScope();
            var many = Math.Min(Chunk, count - first);
            var codes = heldBack.Codes.narrow(0, first, many).to(device);                                     // [n,T]
            var condition = prior.Condition(heldBack.Embeddings.narrow(0, first, many).to(device));           // [n,W]
            sum += functional.cross_entropy(prior.call(condition, codes).flatten(0, 1), codes.flatten()).item<float>() * many;
        }

        prior.train();
        return new PriorFigures(sum / count, count);
    }

    /// <summary>Held-back pictures as their codes have them, above drafts for their embeddings.</summary>
    public Rgb24Image Sheet(Network prior)
    {
        prior.eval();
        using var still = no_grad();
        using var scope = NewDisposeScope();
        var many = Math.Min(SheetColumns, heldBack.Codes.shape[0]);
        var codes = heldBack.Codes.narrow(0, 0, many).to(device);                                             // [n,T]
        var drafts = Sample(prior, prior.Condition(heldBack.Embeddings.narrow(0, 0, many).to(device)));       // [n,T]
        var pictures = vqgan.decode(vqgan.lookup(cat([codes, drafts], 0).view(-1, prior.Config.Rows, prior.Config.Columns))); // [2n,3,H,W]
        prior.train();
        return ContactSheet.Compose([.. Tiles.Of(pictures)], (int)many);
    }

    public void Dispose() => heldBack.Dispose();

    /// <summary>Code after code without a cache: a sheet is small, and this is what training itself computes.</summary>
    private Tensor Sample(Network prior, Tensor condition)
    {
        var (count, places) = (condition.shape[0], prior.Config.BlockSize);
        using var dice = new Generator(SheetSeed, CPU);
        var chances = rand([count, places], ScalarType.Float32, CPU, false, dice).to(device);                 // [n,T]
        var codes = zeros([count, places], ScalarType.Int64, device);
        for (var place = 0; place < places; place++)
        {
            using var scope = NewDisposeScope();
            var likely = prior.call(condition, codes).select(1, place).softmax(-1).cumsum(-1);                // [n,K]
            var drawn = likely.lt(chances.narrow(1, place, 1)).sum([1]).clamp_max(prior.Config.Codes - 1);    // [n]
            codes.narrow(1, place, 1).copy_(drawn.unsqueeze(1));
        }

        return codes;
    }
}
