using TorchSharp;
using VqganBot.Generation.Vqgan;
using VqganBot.Imaging;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>Where a painting begins (vqgan-clip.md 1.1, step 2).</summary>
internal static class InitialLatent
{
    public static Tensor Create(PaintingRequest request, Canvas canvas, VqganModel vqgan, Codebook codebook, PaintingRandom random, Device device)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable still = no_grad();
        Tensor latent = request.InitImage is { } picture
            ? Encode(vqgan, PictureTensor.From(Fit(picture, canvas), device))
            : request.Settings.InitialLatent switch
            {
                InitialLatentKind.Pixels => Encode(vqgan, NoisePicture.Pixels(random, canvas).to(device)),
                InitialLatentKind.Gradient => Encode(vqgan, NoisePicture.Gradient(random, canvas).to(device)),
                InitialLatentKind.PaleGradient => Encode(vqgan, NoisePicture.PaleGradient(random, canvas).to(device)),
                InitialLatentKind.Perlin => Encode(vqgan, NoisePicture.Perlin(random, canvas).to(device)),
                _ => codebook.Random(random, canvas.Rows, canvas.Columns),
            };
        return latent.to(float32).detach().clone().MoveToOuterDisposeScope();
    }

    // The quantised latent. For a GumbelVQ that is the likeliest code, where the references drew a sample even here.
    private static Tensor Encode(VqganModel vqgan, Tensor picture) => vqgan.quantize_encoded(vqgan.encode((picture * 2) - 1)).quantized;

    private static Rgb24Image Fit(Rgb24Image picture, Canvas canvas) => picture.Width == canvas.Width && picture.Height == canvas.Height
        ? picture
        : ImageResizer.Lanczos(picture, canvas.Width, canvas.Height);
}
