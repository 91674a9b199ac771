using TorchSharp;
using VqganBot.Generation.Clip;
using VqganBot.Generation.Devices;
using VqganBot.Generation.Drafts;
using VqganBot.Generation.Packs;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>What stays the same while a picture is painted: the networks, the prompts as points, the cutouts.</summary>
internal sealed record PaintingTools(
    PaintingRequest Request,
    Canvas Canvas,
    Device Device,
    IDrawer Drawer,
    ICutouts Cutouts,
    StoryBoard Story,
    IReadOnlyList<Perceptor> Perceptors,
    IReadOnlyList<PromptTargets> Prompts) : IDisposable
{
    public static PaintingTools Lay(PaintingRequest request, Canvas canvas, ModelPack pack, IReadOnlyList<GuestClip> guests, TextMemory texts)
    {
        PaintingSettings settings = request.Settings;
        PaintingRandom random = new(request.Seed);
        IReadOnlyList<IReadOnlyList<TextPrompt>> phrases = Phrases(request);
        (SpotMask Mask, IReadOnlyList<TextPrompt> Phrase)[] spots = [.. request.Spots.Select(spot => (SpotMask.Of(spot, request.SpotMask, canvas), Spot.Read(spot)))];
        Perceptor[] perceptors = Watching(settings, [.. pack.Clips, .. guests.Select(guest => guest.Model)], pack.Device);
        ClipTokenizer[] tokenizers = [.. pack.Clips.Select(_ => pack.Tokenizer), .. guests.Select(guest => guest.Tokenizer)];
        ICutouts promptCutouts = Cutting(random.For(RandomPurpose.ImagePromptViews), settings, pack.Device);
        PromptTargets[] prompts = [.. perceptors.Select((perceptor, i) => new PromptTargets(
            [.. phrases.Select(phrase => PromptTargets.Texts(phrase, perceptor, tokenizers[i], texts, pack.Device))],
            [
                .. request.ImagePrompts.Select((prompt, number) => PromptTargets.Picture(prompt, number, perceptor, promptCutouts, settings, canvas, pack.Device)),
                .. request.NoisePrompts.Select(prompt => PromptTargets.Noise(prompt, i, perceptor, pack.Device)),
            ]))];
        return new PaintingTools(
            request, canvas, pack.Device, Drawing.Create(settings, pack), Cutting(random, settings, pack.Device),
            new StoryBoard(phrases.Count, request.Steps, settings.StepsPerPhrase, settings.StoryBlendSteps), perceptors, prompts)
        {
            Spots = [.. spots.Select(spot => new Spot(spot.Mask, [.. perceptors.Zip(tokenizers, (perceptor, tokenizer) => PromptTargets.Texts(spot.Phrase, perceptor, tokenizer, texts, pack.Device))], pack.Device))],
            Recording = pack.Recording,
            Memory = MemoryEstimate.Of(pack, guests, canvas.Width, canvas.Height),
            Scaling = pack.Precision.Scaling,
            Networks = [pack.Vqgan, .. pack.Clips, .. guests.Select(guest => guest.Model)],
            Notes = [.. PaintingNotes.On(request, canvas, phrases, pack.Tokenizer, perceptors.Min(perceptor => perceptor.ContextLength)), .. StartChoice.Notes(request, pack)],
        };
    }

    public Presentation Presentation { get; } = new(Request.Settings, new PaintingRandom(Request.Seed));

    public IReadOnlyList<IImageLoss> ImageLosses { get; } = Synthesis.ImageLosses.Of(Request.Settings);

    public IReadOnlyList<Spot> Spots { get; init; } = [];

    public double PerceptorWeight { get; } = Perceptors.Sum(perceptor => perceptor.Weight);

    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <value>What is borrowed of the pack: paintings of the same networks can be stepped together.</value>
    public IReadOnlyList<nn.Module> Networks { get; init; } = [];

    /// <value>Where the device's part of a step is written down; null where each operation is started by itself.</value>
    public StepRecording? Recording { get; init; }

    /// <value>What it is thought to need of the device.</value>
    public MemoryEstimate? Memory { get; init; }

    public LossScaling Scaling { get; init; } = Precision.Float32.Scaling;

    public LatentLosses LatentLosses(Tensor initial) => new(initial, Request.Settings);

    /// <value>What is painted at the first step.</value>
    public Canvas FirstCanvas => Request.Settings.LowResolutionShare > 0 ? Canvas.Halved() : Canvas;

    public Tensor InitialLatent(ModelPack pack, Action<DraftProgress>? drafting = null, CancellationToken cancellationToken = default) =>
        Synthesis.InitialLatent.Create(this with { Canvas = FirstCanvas }, pack, drafting, cancellationToken);

    /// <returns>[1, 3 or with transparency 4, H, W].</returns>
    public Tensor Draw(Tensor settled) => Request.Settings.Tile ? Tiling.Draw(Drawer, settled, Canvas.Factor) : Drawer.Draw(settled);

    /// <summary>What a person is shown of it: 0 to 1, and white where it is clear.</summary>
    public Tensor Shown(Tensor settled)
    {
        Tensor image = Draw(settled).clamp(0, 1);
        return Request.Settings.Transparent ? Backdrop.White(image) : image;                                     // [1, 3, H, W]
    }

    public void Dispose()
    {
        Drawer.Dispose();
        foreach (Perceptor perceptor in Perceptors)
            perceptor.Dispose();
        foreach (PromptTargets prompts in Prompts)
            prompts.Dispose();
        foreach (Spot spot in Spots)
            spot.Dispose();
    }

    private static Perceptor[] Watching(PaintingSettings settings, IReadOnlyList<ClipModel> clips, Device device)
    {
        IReadOnlyList<double> weights = settings.ClipWeights;
        return weights.Count == 0 || weights.Count == clips.Count
            ? [.. clips.Select((clip, i) => new Perceptor(clip, device) { Weight = weights.Count == 0 ? 1 : weights[i] })]
            : throw new PaintingRequestException($"{weights.Count} weights were given for {clips.Count} CLIP models; give one for each, or none.");
    }

    // Image, noise and spot prompts may stand alone; words are needed only without them.
    private static IReadOnlyList<IReadOnlyList<TextPrompt>> Phrases(PaintingRequest request) =>
        string.IsNullOrWhiteSpace(request.Prompt) && request.ImagePrompts.Count + request.NoisePrompts.Count + request.Spots.Count > 0
            ? [[]]
            : PromptParser.Parse(request.Prompt);

    internal static ICutouts Cutting(PaintingRandom random, PaintingSettings settings, Device? device = null)
    {
        Augmentations augmentations = new(random, settings, device);
        return settings.CutoutMethod switch
        {
            CutoutMethod.Original => new OriginalCutouts(random, augmentations, settings),
            CutoutMethod.Pooling => new PoolingCutouts(augmentations),
            _ => new BestCutouts(random, augmentations, settings),
        };
    }
}
