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

    private readonly IReadOnlyList<Tensor> _points; // for each CLIP [n, D], of unit length
    private readonly Tensor _weights;               // [n]

    public DraftPrompt(DraftRequest request, IReadOnlyList<Perceptor> perceptors, ModelPack pack)
    {
        IReadOnlyList<TextPrompt> texts = string.IsNullOrWhiteSpace(request.Prompt) && request.ImagePrompts.Count > 0 ? [] : PromptParser.Parse(request.Prompt)[0];
        float[] weights = [.. texts.Select(text => (float)text.Weight), .. request.ImagePrompts.Select(prompt => (float)prompt.Weight)];
        _weights = tensor(weights, new long[] { weights.Length }).to(pack.Device);
        _points = [.. perceptors.Select(perceptor => Points(perceptor))];

        Tensor Points(Perceptor perceptor)
        {
            List<Tensor> points = [.. request.ImagePrompts.Select(prompt => See(perceptor, PictureTensor.From(prompt.Image, pack.Device)))];
            if (texts.Count > 0)
                points.Insert(0, Read(perceptor, texts, pack));
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

    /// <summary>The weighted mean of the cosines between pictures [b, 3, H, W] of 0 to 1 and the parts of the prompt, [b].</summary>
    public Tensor Similarity(Tensor pictures, int clip, Perceptor perceptor) =>
        See(perceptor, pictures).matmul(_points[clip].t()).matmul(_weights) / _weights.abs().sum();

    private static Tensor See(Perceptor perceptor, Tensor pictures) =>
        perceptor.See(Resampler.Resample(pictures, perceptor.Resolution, perceptor.Resolution).clamp(0, 1)); // [b, D]

    private static Tensor Read(Perceptor perceptor, IReadOnlyList<TextPrompt> texts, ModelPack pack)
    {
        long[] ids = [.. texts.SelectMany(text => pack.Tokenizer.EncodePadded(text.Text, perceptor.ContextLength, true))];
        return PromptTarget.Unit(perceptor.Read(tensor(ids, new long[] { texts.Count, perceptor.ContextLength }).to(pack.Device))); // [texts, D]
    }
}
