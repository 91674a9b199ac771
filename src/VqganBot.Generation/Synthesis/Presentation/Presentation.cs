using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>How the picture is held before CLIP.</summary>
internal sealed class Presentation(PaintingSettings settings, PaintingRandom random)
{
    public Tensor Of(Tensor image, long step) => settings.Tile ? Tiling.Roll(image, random, step) : image;
}
