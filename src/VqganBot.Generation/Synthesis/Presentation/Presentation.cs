using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>How the picture is held before CLIP.</summary>
internal sealed class Presentation(PaintingSettings settings, PaintingRandom random)
{
    /// <returns>[1, 3, H, W].</returns>
    public Tensor Of(Tensor image /* [1, 3 or 4, H, W] */, long step) => settings.Tile ? Tiling.Roll(Flat(image, step), random, step) : Flat(image, step);

    /// <returns>The box around a spot, [1, 3, h, w].</returns>
    public Tensor Of(Spot spot, Tensor image /* [1, 3 or 4, H, W] */, long step) => spot.Of(Flat(image, step), Backdrop.Ground(image, random, step));

    private Tensor Flat(Tensor image, long step) => settings.Transparent ? Backdrop.Over(image, Backdrop.Ground(image, random, step)) : image;
}
