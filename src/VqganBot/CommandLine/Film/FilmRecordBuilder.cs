using VqganBot.CommandLine.Imagine;
using VqganBot.Generation.Packs;
using VqganBot.Generation.Synthesis;
using VqganBot.Imaging;

namespace VqganBot.CommandLine.Film;

/// <summary>What will be painted: what was asked for, else what the model likes best.</summary>
internal static class FilmRecordBuilder
{
    public static FilmRecord Build(FilmOptions options, LoadedModel model, IFrameSource? source, string film)
    {
        var images = SourceImages.Read(options.Picture);
        var request = InWholeCells(RequestBuilder.Build(options.Picture, model.Pack.Manifest, images, repeated: null), model.Pack);
        var rate = options.FramesPerSecond ?? source?.Rate ?? FilmDefaults.FramesPerSecond;
        return new FilmRecord
        {
            Program = $"VqganBot {ProgramVersion.Text}",
            Kind = options.Kind,
            Plan = source is null ? OfPainting(options, request) : OfPictures(options, request, source, rate, model.Pack),
            FramesPerSecond = rate,
            Out = Path.GetFileName(film),
            Source = options.Source is null ? null : Path.GetFullPath(options.Source),
            Keep = options.Keep,
            ModelSha256 = model.Sha256,
        };
    }

    private static FilmPlan OfPainting(FilmOptions options, PaintingRequest request)
    {
        var steps = options.StepsPerFrame ?? FilmDefaults.StepsPerFrame;
        var phrases = string.IsNullOrWhiteSpace(request.Prompt) ? 1 : PromptParser.Parse(request.Prompt).Count;
        var frames = options.Kind == FilmKind.Story
            ? (options.Frames ?? FilmDefaults.FramesPerPhrase) * phrases
            : options.Frames ?? FilmDefaults.Frames;
        var stepsPerPhrase = (int)Math.Min((long)frames * steps / phrases, int.MaxValue);
        var told = request with
        {
            Settings = request.Settings with { StepsPerPhrase = phrases == 1 ? 0 : stepsPerPhrase, StoryBlendSteps = phrases == 1 ? 0 : options.Blend ?? stepsPerPhrase / 2 },
        };
        var move = new FrameMove(
            options.Zoom ?? (options.Kind == FilmKind.Zoom ? FilmDefaults.Zoom : 1), options.Rotate ?? 0, options.Shift?.X ?? 0, options.Shift?.Y ?? 0);
        return FilmPlan.OfPainting(
            told, frames, steps, move, options.LearningRate ?? (request.Settings.LearningRate * FilmDefaults.LearningRateShare), options.Calm ?? FilmDefaults.Calm);
    }

    private static FilmPlan OfPictures(FilmOptions options, PaintingRequest request, IFrameSource source, double rate, ModelPack pack)
    {
        var steps = options.StepsPerFrame ?? FilmDefaults.StyleStepsPerFrame;
        var (width, height) = options.Picture.Size is null ? Shaped(source, pack) : (request.Width, request.Height);
        var frames = Math.Min(source.Count(rate), options.Frames ?? int.MaxValue);
        // A step of no length would be refused, and strength 0 is no mistake.
        var learningRate = Math.Max(1e-6, (options.LearningRate ?? request.Settings.LearningRate) * (options.Strength ?? FilmDefaults.Strength));
        return FilmPlan.OfPictures(
            request with { Width = width, Height = height }, frames, steps, learningRate, options.Calm ?? FilmDefaults.Calm);
    }

    // What is smaller than a cell is left for the painter to refuse.
    private static PaintingRequest InWholeCells(PaintingRequest request, ModelPack pack)
    {
        var cell = pack.Vqgan.Config.DownsampleFactor;
        int Cells(int side) => side < cell ? side : side - (side % cell);
        return request with { Width = Cells(request.Width), Height = Cells(request.Height) };
    }

    /// <summary>As many pixels as the model likes best, in the shape of the film and in whole cells.</summary>
    internal static (int Width, int Height) Shaped(IFrameSource source, ModelPack pack)
    {
        var cell = pack.Vqgan.Config.DownsampleFactor;
        double area = pack.Manifest.DefaultSize[0] * pack.Manifest.DefaultSize[1];
        var width = Math.Sqrt(area * source.Width / source.Height);
        int Cells(double side) => Math.Max(2, (int)Math.Round(side / cell)) * cell;
        return (Cells(width), Cells(area / width));
    }
}
