using TorchSharp;
using VqganBot.Generation.Vqgan;
using VqganBot.Imaging;
using VqganBot.Training.Data;
using static TorchSharp.torch;

namespace VqganBot.Training.Vqgan;

/// <summary>Reconstructs pictures that training never sees.</summary>
internal sealed class VqganValidation(IPictureSource set, int count, Device device)
{
    private const int Chunk = 32;
    private const int SheetColumns = 8;
    private const int SheetRows = 3;

    public VqganFigures Measure(VqganModel network)
    {
        network.eval();
        using var still = no_grad();
        double squares = 0, absolute = 0;
        var uses = new long[network.codebook.shape[0]];
        var many = Math.Min(count, set.Count);
        for (var start = 0; start < many; start += Chunk)
        {
            using var scope = NewDisposeScope();
            var picture = PictureBatch.Of(set, Enumerable.Range(start, Math.Min(Chunk, many - start)), device).Signed();
            var (quantized, codes) = network.quantize_encoded(network.encode(picture));
            var error = network.decode(quantized).clamp(-1, 1) - picture;
            // Mean over pixels of each picture, then the mean of the pictures' PSNR: the usual way to report it.
            foreach (var mse in (error / 2).pow(2).mean([1, 2, 3]).cpu().data<float>().ToArray())
                squares += -10 * Math.Log10(Math.Max(mse, 1e-10));
            absolute += error.abs().mean().item<float>() / 2 * picture.shape[0];
            foreach (var code in codes.flatten().cpu().data<long>().ToArray())
                uses[code]++;
        }

        network.train();
        return new VqganFigures(squares / many, absolute / many, uses.Count(n => n > 0), Perplexity(uses), uses.Length);
    }

    /// <summary>Some of the pictures, each row above its reconstructions.</summary>
    public Rgb24Image Sheet(VqganModel network)
    {
        network.eval();
        using var still = no_grad();
        var tiles = new List<Rgb24Image>();
        for (var row = 0; row < SheetRows && row * SheetColumns < set.Count; row++)
        {
            using var scope = NewDisposeScope();
            var first = row * SheetColumns;
            var picture = PictureBatch.Of(set, Enumerable.Range(first, Math.Min(SheetColumns, set.Count - first)), device).Signed();
            var decoded = network.decode(network.quantize_encoded(network.encode(picture)).quantized);
            foreach (var batch in (Tensor[])[picture, decoded])
                tiles.AddRange(Tiles.Of(batch));
        }

        network.train();
        return ContactSheet.Compose(tiles, Math.Min(SheetColumns, set.Count));
    }

    private static double Perplexity(long[] uses)
    {
        double all = uses.Sum();
        return Math.Exp(-uses.Where(n => n > 0).Sum(n => n / all * Math.Log(n / all)));
    }
}
