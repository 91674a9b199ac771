using TorchSharp;
using VqganBot.Generation.Transformer;
using static TorchSharp.torch;

namespace VqganBot.Generation.Drafts;

/// <summary>Draws grids of codes from a transformer, code by code.</summary>
internal sealed class CodeSampler(ICodePredictor predictor, SamplingSettings settings)
{
    /// <param name="condition">What stands before the codes, one row for each grid.</param>
    /// <param name="neutral">The same when nothing is asked for, for guidance; null where the transformer knows none.</param>
    /// <param name="chances">[B, places] of 0 to 1: the only chance there is, so that a grid depends on its own row alone.</param>
    /// <param name="drawn">Told after each place.</param>
    /// <returns>Codes [B, places] row by row.</returns>
    public Tensor Sample(Tensor condition, Tensor? neutral, CodeGrid grid, Tensor chances, Action? drawn = null, CancellationToken cancellationToken = default)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable still = no_grad();
        using KeyValueCache cache = predictor.NewCache();
        bool guided = neutral is not null && settings.Guidance != 1;
        Tensor prefix = guided ? cat([condition, neutral!], 0) : condition;                      // both halves go through together
        Tensor codes = zeros([condition.shape[0], grid.Places], int64, condition.device);        // [B, places]
        for (int place = 0; place < grid.Places; place++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using DisposeScope step = NewDisposeScope();
            Tensor logits = Logits(Both(codes), place);                                          // [B or 2B, K]
            if (guided)
                logits = Guided(logits);                                                         // [B, K]
            codes.narrow(1, place, 1).copy_(Draw(logits, chances.narrow(1, place, 1), settings));
            drawn?.Invoke();
        }

        return codes.MoveToOuterDisposeScope();

        Tensor Both(Tensor rows) => guided ? rows.repeat(2, 1) : rows;

        Tensor Logits(Tensor known, int place)
        {
            if (grid.GoesOn(place))
                return predictor.Next(known.select(1, place - 1), cache);
            long[] before = grid.Before(place);
            cache.Clear();
            return predictor.Begin(prefix, known.index_select(1, tensor(before, new long[] { before.Length }).to(known.device)), cache);
        }
    }

    /// <summary>One code for each row: of the likeliest ones, that in whose share of the whole the chance falls.</summary>
    internal static Tensor Draw(Tensor logits /* [B, K] */, Tensor chance /* [B, 1] */, SamplingSettings settings)
    {
        (Tensor sorted, Tensor order) = settings.TopK > 0 && settings.TopK < logits.shape[1]
            ? logits.topk(settings.TopK)
            : LikeliestFirst.Sort(logits);                                                       // [B, k], likeliest first
        Tensor shares = nn.functional.softmax(sorted / settings.Temperature, -1);                // [B, k]
        Tensor upTo = shares.cumsum(-1);
        // A code stays as long as those before it have not reached TopP: so the likeliest always does.
        Tensor kept = (upTo - shares).lt(settings.TopP).to(float32);
        Tensor rank = upTo.le(chance * (shares * kept).sum(-1, true)).to(int64).sum(-1, true);   // [B, 1]
        Tensor last = kept.to(int64).sum(-1, true) - 1;                                          // where rounding would go beyond it
        return order.gather(-1, torch.minimum(rank, last));                                      // [B, 1]
    }

    private Tensor Guided(Tensor logits /* [2B, K] */)
    {
        Tensor[] halves = logits.chunk(2, 0);
        return halves[1] + ((halves[0] - halves[1]) * settings.Guidance);                        // [B, K]
    }
}
