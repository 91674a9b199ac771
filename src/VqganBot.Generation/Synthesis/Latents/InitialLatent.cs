using TorchSharp;
using VqganBot.Generation.Packs;
using VqganBot.Generation.Vqgan;
using VqganBot.Imaging;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>Where a painting begins (vqgan-clip.md 1.1, step 2).</summary>
internal static class InitialLatent
{
    public static Tensor Create(PaintingTools tools, ModelPack pack)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable still = no_grad();
        PaintingRequest request = tools.Request;
        InitialLatentKind kind = StartChoice.Of(request, pack);
        Tensor latent = request.InitImage is { } picture ? OfPicture(picture, tools.Canvas, tools.Vqgan, tools.Device)
            : kind == InitialLatentKind.Draft ? DraftedLatent.Create(request, tools.Canvas, pack)
            : BestStart.Choose(tools, number => ByChance(kind, tools, new PaintingRandom(request.Seed).For(RandomPurpose.Latent, number)));
        return latent.to(float32).detach().clone().MoveToOuterDisposeScope();
    }

    /// <summary>The latent of a picture, in the size of the canvas.</summary>
    public static Tensor OfPicture(Rgb24Image picture, Canvas canvas, VqganModel vqgan, Device device) =>
        Encode(vqgan, PictureTensor.From(Fit(picture, canvas), device));

    private static Tensor ByChance(InitialLatentKind kind, PaintingTools tools, PaintingRandom random) => kind switch
    {
        InitialLatentKind.Pixels => Encode(tools.Vqgan, NoisePicture.Pixels(random, tools.Canvas).to(tools.Device)),
        InitialLatentKind.Gradient => Encode(tools.Vqgan, NoisePicture.Gradient(random, tools.Canvas).to(tools.Device)),
        InitialLatentKind.PaleGradient => Encode(tools.Vqgan, NoisePicture.PaleGradient(random, tools.Canvas).to(tools.Device)),
        InitialLatentKind.Perlin => Encode(tools.Vqgan, NoisePicture.Perlin(random, tools.Canvas).to(tools.Device)),
        _ => tools.Codebook.Random(random, tools.Canvas.Rows, tools.Canvas.Columns),
    };

    // The quantised latent. For a GumbelVQ that is the likeliest code, where the references drew a sample even here.
    private static Tensor Encode(VqganModel vqgan, Tensor picture) => vqgan.quantize_encoded(vqgan.encode((picture * 2) - 1)).quantized;

    private static Rgb24Image Fit(Rgb24Image picture, Canvas canvas) => picture.Width == canvas.Width && picture.Height == canvas.Height
        ? picture
        : ImageResizer.Lanczos(picture, canvas.Width, canvas.Height);
}
