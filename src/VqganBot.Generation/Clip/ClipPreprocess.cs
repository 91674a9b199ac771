using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Clip;

/// <summary>What happens to a picture in 0…1 before the image tower sees it.</summary>
public static class ClipPreprocess
{
    /// <summary>Mean of red, green and blue over OpenAI's training pictures; nearly every later CLIP kept it.</summary>
    public static readonly IReadOnlyList<float> OpenAiMean = [0.48145466f, 0.4578275f, 0.40821073f];

    /// <summary>Their standard deviation.</summary>
    public static readonly IReadOnlyList<float> OpenAiStd = [0.26862954f, 0.26130258f, 0.27577711f];

    /// <summary>(image − mean) / std, colour by colour; image is [N,3,H,W].</summary>
    public static Tensor Normalize(Tensor image, float[] mean, float[] std)
    {
        ArgumentNullException.ThrowIfNull(image);
        Tensor shift = torch.tensor(mean, [1, 3, 1, 1]).to(image.device);
        Tensor scale = torch.tensor(std, [1, 3, 1, 1]).to(image.device);
        return (image - shift) / scale; // [N,3,H,W]
    }
}
