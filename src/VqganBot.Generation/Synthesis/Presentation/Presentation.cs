using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>How the picture is held before CLIP.</summary>
internal sealed class Presentation(PaintingSettings settings, PaintingRandom random)
{
    /// <returns>[1, 3, H, W].</returns>
    public Tensor Of(Tensor image /* [1, 3 or 4, H, W] */, long step)
    {
        Tensor shown = settings.Transparent ? Backdrop.Behind(image, random, step) : image;
        return settings.Tile ? Tiling.Roll(shown, random, step) : shown;
    }
}
