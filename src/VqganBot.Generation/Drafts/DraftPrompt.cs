using TorchSharp;
using VqganBot.Generation.Packs;
using VqganBot.Generation.Synthesis;
using VqganBot.Imaging;
using static TorchSharp.torch;

namespace VqganBot.Generation.Drafts;

/// <summary>All that a draft is asked for, as points in the space of each CLIP, with their weights.</summary>
internal sealed class DraftPrompt
{
    // Below this length what is left of the mixture is rounding, and its direction means nothing.
    private const float LeastLength = 1e-3f;

    // Far below CLIP's own scale of 40 to 100, so that all rivals count and not the nearest alone: of values from 3 to 80 it chose best.
    private const double Sharpness = 10;

    private readonly IReadOnlyList<Tensor> _points;    // for each CLIP [n, D], of unit length
    private readonly IReadOnlyList<Tensor?[]> _rivals; // for each CLIP and each text [r, D]
    private readonly Tensor _weights;                  // [n]

    public DraftPrompt(DraftRequest request, IReadOnlyList<Perceptor> perceptors, ModelPack pack)
    {
        IReadOnlyList<TextPrompt> texts = string.IsNullOrWhiteSpace(request.Prompt) && request.ImagePrompts.Count > 0 ? [] : PromptParser.Parse(request.Prompt)[0];
        float[] weights = [.. texts.Select(text => (float)text.Weight), .. request.ImagePrompts.Select(prompt => (float)prompt.Weight)];
        _weights = tensor(weights, new long[] { weights.Length }).to(pack.Device);
        _points = [.. perceptors.Select(perceptor => Points(perceptor))];
        // Only what is wished for has rivals: what is to be avoided may be like anything else.
        IReadOnlyList<string>[] rivals = [.. texts.Select(text => text.Weight > 0 ? RivalPrompts.Of(text.Text, pack.Manifest.Vocabulary) : [])];
        _rivals = [.. perceptors.Select(perceptor => rivals.Select(others => others.Count > 0 ? Read(perceptor, others, pack) : null).ToArray())];

        Tensor Points(Perceptor perceptor)
        {
            List<Tensor> points = [.. request.ImagePrompts.Select(prompt => See(perceptor, PictureTensor.From(prompt.Image, pack.Device)))];
            if (texts.Count > 0)
                points.Insert(0, Read(perceptor, [.. texts.Select(text => text.Text)], pack));
            return cat([.. points], 0);                                                   // [n, D]
        }
    }

    /// <summary>The direction of the weighted sum in the space of the first CLIP, [1, D] of unit length: what the prior is shown.</summary>
    public Tensor Embedding()
    {
        Tensor sum = (_points[0] * _weights.unsqueeze(1)).sum(0, true);                   // [1, D]
        return sum.norm().item<float>() >= LeastLength
            ? PromptTarget.Unit(sum)
            : throw new PaintingRequestException("The weights of the prompt cancel each other out, so there is nothing to draft towards; give one part a greater weight.");
    }

    /// <summary>
    /// What one CLIP says of pictures [b, 3, H, W] of 0 to 1. The similarity is the weighted mean of their cosines with the parts
    /// of the prompt, [b]. The lead, [b], is how clearly they fit the prompt and not its rivals: the logarithm of the prompt's
    /// share among them, in units of the cosine, the mean of each picture and its mirror image, for what fools CLIP seldom does
    /// so both ways round; of a prompt without rivals, the similarity.
    /// </summary>
    public (Tensor Similarity, Tensor Lead) Judge(Tensor pictures, int clip, Perceptor perceptor)
    {
        Tensor seen = See(perceptor, pictures);                                           // [b, D]
        Tensor similarity = Weighted(seen.matmul(_points[clip].t()));
        return _rivals[clip].All(rivals => rivals is null)
            ? (similarity, similarity)
            : (similarity, (Lead(seen, clip) + Lead(See(perceptor, pictures.flip(3)), clip)) / 2);
    }

    private Tensor Lead(Tensor seen /* [b, D] */, int clip)
    {
        Tensor cosines = seen.matmul(_points[clip].t());                                  // [b, n]
        return Weighted(stack([.. Enumerable.Range(0, (int)cosines.shape[1]).Select(Column)], 1));

        Tensor Column(int i)
        {
            Tensor fits = cosines.narrow(1, i, 1);                                        // [b, 1]
            if (i >= _rivals[clip].Length || _rivals[clip][i] is not { } rivals)
                return fits.squeeze(1);
            Tensor all = cat([fits, seen.matmul(rivals.t())], 1);                         // [b, 1 + r]
            return (fits * Sharpness).squeeze(1).sub((all * Sharpness).logsumexp(1)) / Sharpness;
        }
    }

    private Tensor Weighted(Tensor values /* [b, n] */) => values.matmul(_weights) / _weights.abs().sum(); // [b]

    private static Tensor See(Perceptor perceptor, Tensor pictures) =>
        perceptor.See(Resampler.Resample(pictures, perceptor.Resolution, perceptor.Resolution).clamp(0, 1)); // [b, D]

    private static Tensor Read(Perceptor perceptor, IReadOnlyList<string> texts, ModelPack pack)
    {
        long[] ids = [.. texts.SelectMany(text => pack.Tokenizer.EncodePadded(text, perceptor.ContextLength, true))];
        return PromptTarget.Unit(perceptor.Read(tensor(ids, new long[] { texts.Count, perceptor.ContextLength }).to(pack.Device))); // [texts, D]
    }
}
