using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>Paints in cells of one colour each. The latent is their colours, from −1 (black) to 1 as in a VQGAN's pictures.</summary>
/// <param name="size">Pixels a side of a cell.</param>
/// <param name="only">The colours that cells may have; null leaves them free.</param>
internal sealed class PixelDrawer(int size, Palette? only, Device device) : IDrawer
{
    public long Channels => 3;

    public Tensor Random(PaintingRandom random, long rows, long columns) =>
        (random.Uniform(RandomPurpose.Latent, 0, [1, Channels, rows, columns]).to(device) * 2) - 1;

    public Tensor Mean() => zeros([1, Channels, 1, 1], float32, device);

    public Tensor Encode(Tensor picture) =>
        (nn.functional.adaptive_avg_pool2d(picture, [picture.shape[2] / size, picture.shape[3] / size]) * 2) - 1; // [1, 3, h, w]

    public Tensor Settle(Tensor z) => only is null ? z.detach() : (only.Nearest((z + 1) / 2) * 2) - 1;

    public Tensor Draw(Tensor settled /* [1, 3, h, w] */) => nn.functional.interpolate(
        (settled + 1) / 2, [settled.shape[2] * size, settled.shape[3] * size], null, InterpolationMode.Nearest); // [1, 3, H, W]

    public Tensor Clamp(Tensor z) => z.clamp(-1, 1);

    public void Dispose()
    {
    }
}
