using VqganBot.Generation.Drafts;

namespace VqganBot.Generation.Synthesis;

/// <summary>Every knob of the loop. The defaults are those of the preset <c>crowson</c>, the plainest; <see cref="Presets"/> has the table.</summary>
public sealed record PaintingSettings
{
    public DrawerKind Drawer { get; init; } = DrawerKind.Vqgan;

    /// <value>Pixels a side of one cell (<see cref="DrawerKind.Pixel"/> only).</value>
    public int PixelSize { get; init; } = 8;

    /// <value>Whether the picture continues at the opposite edge, so that it can be laid side by side without a seam.</value>
    public bool Tile { get; init; }

    /// <value>Whether what the prompts do not need becomes transparent.</value>
    public bool Transparent { get; init; }

    /// <value>How strongly what is solid is made less (<see cref="Transparent"/> only).</value>
    public double SolidWeight { get; init; } = 0.5;

    public OptimizerKind Optimizer { get; init; } = OptimizerKind.Adam;

    public double LearningRate { get; init; } = 0.05;

    public double WeightDecay { get; init; }

    /// <value>After these shares of the steps (0 to 1) the learning rate is divided by <see cref="LearningRateDropFactor"/>.</value>
    public IReadOnlyList<double> LearningRateDrops { get; init; } = [];

    public double LearningRateDropFactor { get; init; } = 10;

    /// <value>The learning rate glides along half a cosine down to this share of itself at the last step; 1 leaves it constant.</value>
    public double LearningRateAnnealTo { get; init; } = 1;

    /// <value>How much each CLIP's judgement counts, those of the model first; none gives all the same say.</value>
    public IReadOnlyList<double> ClipWeights { get; init; } = [];

    public CutoutMethod CutoutMethod { get; init; } = CutoutMethod.Original;

    public int CutoutCount { get; init; } = 64;

    /// <value>So many cutouts go through CLIP at a time, which bounds memory; 0 takes all at once.</value>
    public int CutoutBatch { get; init; }

    /// <value>Above 1 favours small crops, below 1 large ones (<see cref="CutoutMethod.Original"/> only).</value>
    public double CutPower { get; init; } = 1;

    /// <value>Share of wide views among the cutouts (<see cref="CutoutMethod.Best"/> only).</value>
    public double WideShare { get; init; } = 0.4;

    /// <value>A wide view holds the whole picture at a scale between this and 1.</value>
    public double WideLeastScale { get; init; } = 0.9;

    /// <value>The least share of the picture's area in a zoomed view.</value>
    public double ZoomLeastArea { get; init; } = 0.25;

    /// <value>The greatest share of the picture's area in a zoomed view.</value>
    public double ZoomMostArea { get; init; } = 0.95;

    /// <value>A zoomed view may be wider or higher by this factor before it is squared.</value>
    public double ZoomMostAspect { get; init; } = 1.2;

    public ViewFill Fill { get; init; } = ViewFill.Black;

    /// <value>The fill of wide views (<see cref="CutoutMethod.Best"/> only).</value>
    public ViewFill WideFill { get; init; } = ViewFill.RandomGrey;

    public AugmentationSettings Augmentation { get; init; } = AugmentationSettings.None;

    /// <value>The augmentation of wide views; null is the same as for the others.</value>
    public AugmentationSettings? WideAugmentation { get; init; }

    /// <value>Each cutout gets normal noise of a strength between 0 and this.</value>
    public double NoiseFactor { get; init; }

    /// <value>What is asked of the picture beside the prompts.</value>
    public ImageLossSettings ImageLosses { get; init; } = ImageLossSettings.None;

    public InitialLatentKind InitialLatent { get; init; } = InitialLatentKind.RandomCodes;

    /// <value>So many starts are made by chance and painting begins with the one of least loss (FuseDream's search); 1 takes the first.</value>
    public int BestOf { get; init; } = 1;

    /// <value>How many drafts the best is chosen from (<see cref="InitialLatentKind.Draft"/> only).</value>
    public int DraftCandidates { get; init; } = 32;

    /// <value>How they are drawn.</value>
    public SamplingSettings DraftSampling { get; init; } = new();

    /// <value>Larger canvases are drafted whole, by the sliding window; otherwise at the prior's own size, and the picture is enlarged.</value>
    public bool DraftAtFullSize { get; init; }

    /// <value>This share of the steps is painted at half the size; then the picture is enlarged, and painting goes on from it. 0 paints in full size throughout.</value>
    public double LowResolutionShare { get; init; }

    /// <value>Weight w of the distance to the initial latent, mean((z − z0)²)·w/2.</value>
    public double InitWeight { get; init; }

    /// <value>Weight α of the latent regulariser α·mean(z²).</value>
    public double LatentNormWeight { get; init; }

    /// <value>α is multiplied by this after each step; 1 keeps it.</value>
    public double LatentNormDecay { get; init; } = 1;

    /// <value>Whether the latent is held within each channel's least and greatest value in the codebook.</value>
    public bool ClampLatent { get; init; } = true;

    /// <value>Decay of the running average of the latent that is rendered; 0 renders the latent itself.</value>
    public double LatentAverageDecay { get; init; }

    /// <value>Painting ends when so many steps in a row brought no better loss; 0 never ends it early.</value>
    public int EarlyStopSteps { get; init; }

    /// <value>Steps until the next story phrase takes over; 0 divides the steps evenly among the phrases.</value>
    public int StepsPerPhrase { get; init; }

    /// <value>A story phrase comes in over its first so many steps, while the one before it goes; 0 changes at once.</value>
    public int StoryBlendSteps { get; init; }

    /// <value>After so many steps the same random views come again, so that each frame of a film is looked at alike; 0 never repeats them.</value>
    public int ViewPeriod { get; init; }

    public int CutoutsAtOnce() => CutoutBatch > 0 ? Math.Min(CutoutBatch, CutoutCount) : CutoutCount;
}
