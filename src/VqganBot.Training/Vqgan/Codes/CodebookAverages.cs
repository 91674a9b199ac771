using TorchSharp;
using VqganBot.Training.Toybox;
using static TorchSharp.torch;

namespace VqganBot.Training.Vqgan.Codes;

/// <summary>
/// Keeps for each code how many latents chose it lately and their sum. The codes may follow the averages, and whatever
/// rule they follow, one that nothing chooses any more is put where a latent of the present batch is.
/// </summary>
internal sealed class CodebookAverages : IDisposable
{
    private const double Decay = 0.99;
    // Shares of what a code would get if all were chosen alike.
    private const double Unused = 0.03;
    private const double Restart = 0.2;
    private readonly Tensor _codebook;

    public CodebookAverages(Tensor codebook)
    {
        _codebook = codebook;
        Counts = ones([codebook.shape[0]], device: codebook.device).DetachFromDisposeScope();
        Sums = codebook.detach().clone().DetachFromDisposeScope();
    }

    public Tensor Counts { get; }

    public Tensor Sums { get; }

    /// <summary>Starts from latents [P,C] by a few rounds of Lloyd's algorithm.</summary>
    public void Initialise(Tensor latents, ToyRandom random)
    {
        using var still = no_grad();
        using var scope = NewDisposeScope();
        _codebook.copy_(Some(latents, random));
        for (var round = 0; round < 6; round++)
        {
            var (counts, sums) = Tally(latents, Nearest(latents));
            var used = counts.gt(0).to(ScalarType.Float32).unsqueeze(1);                      // [K,1]
            var means = sums / counts.clamp(1).unsqueeze(1);                                  // [K,C]
            _codebook.copy_((means * used) + (Some(latents, random) * (1 - used)));
        }

        var (last, total) = Tally(latents, Nearest(latents));
        Counts.copy_(last.clamp(1));
        Sums.copy_(_codebook * Counts.unsqueeze(1));
    }

    /// <summary>Counts a batch of latents [P,C] with their codes [P]; returns the share of codes in use.</summary>
    public double Update(Tensor latents, Tensor codes, bool moveCodes, bool revive, ToyRandom random)
    {
        using var still = no_grad();
        using var scope = NewDisposeScope();
        var (counts, sums) = Tally(latents.detach(), codes);
        Counts.mul_(Decay).add_(counts, 1 - Decay);
        Sums.mul_(Decay).add_(sums, 1 - Decay);
        if (moveCodes)
            _codebook.copy_(Sums / Counts.clamp(1e-3).unsqueeze(1));
        var even = latents.shape[0] / (double)Counts.shape[0];
        if (revive)
        {
            var dead = Counts.lt(Unused * even).to(ScalarType.Float32);                              // [K]
            var column = dead.unsqueeze(1);
            _codebook.copy_((_codebook * (1 - column)) + (Some(latents.detach(), random) * column));
            Counts.copy_((Counts * (1 - dead)) + (dead * (Restart * even)));
            Sums.copy_((Sums * (1 - column)) + (_codebook * column * (Restart * even)));
        }

        return Counts.gt(Unused * even).to(ScalarType.Float32).mean().item<float>();
    }

    public void Dispose()
    {
        Counts.Dispose();
        Sums.Dispose();
    }

    private Tensor Nearest(Tensor latents) =>
        (_codebook.pow(2).sum([1]).unsqueeze(0) - (2 * mm(latents, _codebook.t()))).argmin(1); // [P]

    private (Tensor Counts, Tensor Sums) Tally(Tensor latents, Tensor codes)
    {
        var numbers = arange(_codebook.shape[0], ScalarType.Int64, _codebook.device);
        var chosen = codes.unsqueeze(1).eq(numbers.unsqueeze(0)).to(ScalarType.Float32);      // [P,K]
        return (chosen.sum([0]), mm(chosen.t(), latents));                                    // [K], [K,C]
    }

    /// <summary>As many latents as there are codes, drawn by chance.</summary>
    private Tensor Some(Tensor latents, ToyRandom random)
    {
        var rows = new long[_codebook.shape[0]];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = random.Below((int)latents.shape[0]);
        return latents.index_select(0, tensor(rows, [rows.Length]).to(latents.device));       // [K,C]
    }
}
