using TorchSharp;
using VqganBot.Generation.Drafts;
using VqganBot.Generation.Packs;
using VqganBot.Imaging;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>Where a painting begins (vqgan-clip.md 1.1, step 2).</summary>
internal static class InitialLatent
{
    public static Tensor Create(PaintingTools tools, ModelPack pack, Action<DraftProgress>? drafting, CancellationToken cancellationToken)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable still = no_grad();
        PaintingRequest request = tools.Request;
        InitialLatentKind kind = StartChoice.Of(request, pack);
        Tensor latent = request.InitImage is { } picture ? OfPicture(picture, tools)
            : kind == InitialLatentKind.Draft ? DraftedLatent.Create(tools, pack, drafting, cancellationToken)
            : BestStart.Choose(tools, number => ByChance(kind, tools, new PaintingRandom(request.Seed).For(RandomPurpose.Latent, number)));
        return latent.to(float32).detach().clone().MoveToOuterDisposeScope();
    }

    /// <summary>The latent of a picture, in the size of the canvas.</summary>
    public static Tensor OfPicture(Rgb24Image picture, PaintingTools tools) =>
        tools.Drawer.Encode(PictureTensor.From(Fit(picture, tools.Canvas), tools.Device));

    private static Tensor ByChance(InitialLatentKind kind, PaintingTools tools, PaintingRandom random) => kind switch
    {
        InitialLatentKind.Pixels => tools.Drawer.Encode(NoisePicture.Pixels(random, tools.Canvas).to(tools.Device)),
        InitialLatentKind.Gradient => tools.Drawer.Encode(NoisePicture.Gradient(random, tools.Canvas).to(tools.Device)),
        InitialLatentKind.PaleGradient => tools.Drawer.Encode(NoisePicture.PaleGradient(random, tools.Canvas).to(tools.Device)),
        InitialLatentKind.Perlin => tools.Drawer.Encode(NoisePicture.Perlin(random, tools.Canvas).to(tools.Device)),
        _ => tools.Drawer.Random(random, tools.Canvas.Rows, tools.Canvas.Columns),
    };

    private static Rgb24Image Fit(Rgb24Image picture, Canvas canvas) => picture.Width == canvas.Width && picture.Height == canvas.Height
        ? picture
        : ImageResizer.Lanczos(picture, canvas.Width, canvas.Height);
}
