using TorchSharp;
using VqganBot.Generation.Clip;
using VqganBot.Imaging;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>All that one CLIP model is to be shown: the text prompts of each phrase, and the image and noise prompts, which outlive a change of phrase.</summary>
internal sealed class PromptTargets : IDisposable
{
    private readonly IReadOnlyList<IReadOnlyList<PromptTarget>> _texts;
    private readonly IReadOnlyList<PromptTarget> _lasting;

    public PromptTargets(IReadOnlyList<IReadOnlyList<PromptTarget>> texts, IReadOnlyList<PromptTarget> lasting)
    {
        _texts = texts;
        _lasting = lasting;
    }

    public IReadOnlyList<PromptTarget> At(int phrase) => [.. _texts[phrase], .. _lasting];

    /// <summary>While phrases change the texts of both, each with its share of its weight: the former's first.</summary>
    public IReadOnlyList<PromptTarget> At(StoryMoment moment) => moment.Share == 1
        ? At(moment.Phrase)
        :
        [
            .. _texts[moment.Former].Select(target => target.Weakened(1 - moment.Share)),
            .. _texts[moment.Phrase].Select(target => target.Weakened(moment.Share)),
            .. _lasting,
        ];

    public static IReadOnlyList<PromptTarget> Texts(IReadOnlyList<TextPrompt> prompts, Perceptor perceptor, ClipTokenizer tokenizer, TextMemory memory, Device device)
    {
        if (prompts.Count == 0)
            return [];

        using DisposeScope scope = NewDisposeScope();
        using IDisposable still = no_grad();
        long[] ids = [.. prompts.SelectMany(prompt => tokenizer.EncodePadded(prompt.Text, perceptor.ContextLength, true))];
        Tensor points = memory.Read(ids, perceptor, device);                                    // [prompts, d]
        return [.. prompts.Select((prompt, i) => new PromptTarget(points.narrow(0, i, 1), prompt.Weight, prompt.Stop))];
    }

    public static PromptTarget Picture(ImagePrompt prompt, int number, Perceptor perceptor, ICutouts cutouts, PaintingSettings settings, Canvas canvas, Device device)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable still = no_grad();
        Tensor picture = PictureTensor.From(Fit(prompt.Image, canvas), device);
        List<Tensor> points = [];
        for (int first = 0; first < settings.CutoutCount; first += settings.CutoutsAtOnce())
        {
            int count = Math.Min(settings.CutoutsAtOnce(), settings.CutoutCount - first);
            points.Add(perceptor.See(CutViews.Take(cutouts, picture, perceptor.Resolution, number, first, count).Value));
        }

        return new PromptTarget(cat([.. points], 0), prompt.Weight, prompt.Stop);
    }

    public static PromptTarget Noise(NoisePrompt prompt, int perceptorNumber, Perceptor perceptor, Device device)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor point = new PaintingRandom(prompt.Seed).Normal(RandomPurpose.NoisePrompt, perceptorNumber, 0, [1, perceptor.Width]);
        return new PromptTarget(point.to(device), prompt.Weight, double.NegativeInfinity);
    }

    public void Dispose()
    {
        foreach (PromptTarget target in _texts.SelectMany(phrase => phrase).Concat(_lasting))
            target.Dispose();
    }

    // In its own aspect, and no larger than the painting: the references' resize_image.
    private static Rgb24Image Fit(Rgb24Image picture, Canvas canvas)
    {
        double area = Math.Min((double)picture.Width * picture.Height, (double)canvas.Width * canvas.Height);
        double aspect = (double)picture.Width / picture.Height;
        int width = Math.Max(2, (int)Math.Round(Math.Sqrt(area * aspect)));
        int height = Math.Max(2, (int)Math.Round(Math.Sqrt(area / aspect)));
        return width == picture.Width && height == picture.Height ? picture : ImageResizer.Lanczos(picture, width, height);
    }
}
