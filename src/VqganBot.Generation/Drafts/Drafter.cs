using TorchSharp;
using VqganBot.Generation.Packs;
using VqganBot.Generation.Synthesis;
using static TorchSharp.torch;

namespace VqganBot.Generation.Drafts;

/// <summary>
/// Pictures in one pass, as CLIP-GEN makes them (Wang et al. 2022): the prompt's point in CLIP's space conditions the prior,
/// which writes the codes of many pictures; CLIP ranks them, and the best are returned.
/// </summary>
public sealed class Drafter
{
    // So many bytes of keys and values at a time: memory stays bounded whatever the model's size.
    private const long MostCacheBytes = 1L << 30;

    private readonly ModelPack _pack;

    // A GPU wants many at once. A CPU is no faster for it: small batches stay in its cache, and the first drafts are there sooner.
    private readonly int _mostAtOnce;
    private readonly long _mostPixelsAtOnce;

    public Drafter(ModelPack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        _pack = pack;
        (_mostAtOnce, _mostPixelsAtOnce) = pack.Device.type == DeviceType.CPU ? (32, 1L << 16) : (128, 1L << 18);
    }

    /// <summary>Drafts and ranks; the best comes first.</summary>
    /// <param name="progress">Told after each place of a batch of drafts, and after each batch, whose best may be the best so far.</param>
    /// <exception cref="PromptException">The prompt is empty, too long or cannot be read.</exception>
    /// <exception cref="PaintingRequestException">The pack has no prior, or something asked for is out of range.</exception>
    public IReadOnlyList<Draft> Draft(DraftRequest request, Action<DraftProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        DraftRules.Check(request);
        return Draft(request, DraftRules.Grid(request, _pack), progress, cancellationToken);
    }

    private List<Draft> Draft(DraftRequest request, CodeGrid grid, Action<DraftProgress>? progress, CancellationToken cancellationToken)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable still = no_grad();
        Perceptor[] perceptors = [.. _pack.Clips.Select(clip => new Perceptor(clip, _pack.Device))];
        try
        {
            DraftPrompt prompt = new(request, perceptors, _pack);
            DraftSource source = DraftSource.Of(_pack, request.Sampling, prompt);
            CodeSampler sampler = new(source.Predictor, request.Sampling);
            List<Draft> best = [];
            int drawn = 0, atOnce = (int)Math.Clamp(MostCacheBytes / (2 * source.Bytes), 1, _mostAtOnce); // guidance doubles it
            for (int first = 0; first < request.Candidates; first += atOnce)
            {
                using DisposeScope batch = NewDisposeScope();
                int count = Math.Min(atOnce, request.Candidates - first);
                Tensor codes = sampler.Sample(
                    source.Condition.expand(count, -1), source.Neutral?.expand(count, -1), grid, Chances(request.Seed, request.First + first, count, grid.Places),
                    () => Tell(drawn += count), cancellationToken);
                best.AddRange(Ranked(codes, request.First + first, grid, prompt, perceptors));
                best = [.. best.OrderByDescending(draft => draft.Lead).ThenBy(draft => draft.Number).Take(request.Keep)];
                Tell(drawn);
            }

            return best;

            void Tell(int codes) => progress?.Invoke(new DraftProgress(codes, request.Candidates * grid.Places, best.FirstOrDefault()));
        }
        finally
        {
            foreach (Perceptor perceptor in perceptors)
                perceptor.Dispose();
        }
    }

    // A row of numbers for each candidate, whichever batch it falls into.
    private Tensor Chances(ulong seed, int first, int count, int places)
    {
        PaintingRandom random = new(seed);
        return cat([.. Enumerable.Range(first, count).Select(number => random.Uniform(RandomPurpose.Drafts, number, [1, places]))], 0).to(_pack.Device);
    }

    private List<Draft> Ranked(Tensor codes /* [b, places] */, int first, CodeGrid grid, DraftPrompt prompt, IReadOnlyList<Perceptor> perceptors)
    {
        long factor = _pack.Vqgan.Config.DownsampleFactor, pixels = grid.Places * factor * factor;
        List<Draft> drafts = [];
        foreach (Tensor some in codes.split(Math.Max(1, _mostPixelsAtOnce / pixels), 0))
        {
            using DisposeScope scope = NewDisposeScope();
            Tensor latents = _pack.Vqgan.lookup(some.view(-1, grid.Rows, grid.Columns));          // [b, C, h, w]
            Tensor pictures = ((_pack.Vqgan.decode(latents) + 1) / 2).clamp(0, 1);                // [b, 3, H, W]
            (Tensor Similarity, Tensor Lead)[] judged = [.. perceptors.Select((perceptor, clip) => prompt.Judge(pictures, clip, perceptor))];
            float[] similarities = Mean(judged.Select(said => said.Similarity)), leads = Mean(judged.Select(said => said.Lead));
            long[] numbers = some.contiguous().cpu().data<long>().ToArray();
            for (int i = 0; i < similarities.Length; i++)
            {
                drafts.Add(new Draft(
                    PictureTensor.To(pictures.narrow(0, i, 1)), numbers[(i * grid.Places)..((i + 1) * grid.Places)], grid.Rows, grid.Columns, similarities[i])
                {
                    Number = first + drafts.Count,
                    Lead = leads[i],
                });
            }
        }

        return drafts;

        static float[] Mean(IEnumerable<Tensor> ofClips) => stack([.. ofClips]).mean([0L]).cpu().data<float>().ToArray();
    }
}
