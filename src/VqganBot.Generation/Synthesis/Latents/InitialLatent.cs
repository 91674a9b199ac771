using TorchSharp;
using VqganBot.Imaging;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>Where a painting begins (vqgan-clip.md 1.1, step 2).</summary>
internal static class InitialLatent
{
    public static Tensor Create(PaintingRequest request, Canvas canvas, IDrawer drawer, PaintingRandom random, Device device)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable still = no_grad();
        Tensor latent = request.InitImage is { } picture
            ? drawer.Encode(PictureTensor.From(Fit(picture, canvas), device))
            : request.Settings.InitialLatent switch
            {
                InitialLatentKind.Pixels => drawer.Encode(NoisePicture.Pixels(random, canvas).to(device)),
                InitialLatentKind.Gradient => drawer.Encode(NoisePicture.Gradient(random, canvas).to(device)),
                InitialLatentKind.PaleGradient => drawer.Encode(NoisePicture.PaleGradient(random, canvas).to(device)),
                InitialLatentKind.Perlin => drawer.Encode(NoisePicture.Perlin(random, canvas).to(device)),
                _ => drawer.Random(random),
            };
        return latent.to(float32).detach().clone().MoveToOuterDisposeScope();
    }

    private static Rgb24Image Fit(Rgb24Image picture, Canvas canvas) => picture.Width == canvas.Width && picture.Height == canvas.Height
        ? picture
        : ImageResizer.Lanczos(picture, canvas.Width, canvas.Height);
}
