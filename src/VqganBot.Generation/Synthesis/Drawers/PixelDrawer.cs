using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>Paints in cells of one colour each. The latent is their colours, from −1 (black) to 1 as in a VQGAN's pictures.</summary>
/// <param name="only">The colours that cells may have; null leaves them free.</param>
internal sealed class PixelDrawer(Canvas canvas, Palette? only, Device device) : IDrawer
{
    private const int Colours = 3;

    public IReadOnlyList<long> Shape => [1, Colours, canvas.Rows, canvas.Columns];

    public Tensor Random(PaintingRandom random) => (random.Uniform(RandomPurpose.Latent, 0, [.. Shape]).to(device) * 2) - 1;

    public Tensor Mean() => zeros([1, Colours, 1, 1], float32, device);

    public Tensor Encode(Tensor picture) => (nn.functional.adaptive_avg_pool2d(picture, [canvas.Rows, canvas.Columns]) * 2) - 1;

    public Tensor Settle(Tensor z) => only is null ? z.detach() : (only.Nearest((z + 1) / 2) * 2) - 1;

    public Tensor Draw(Tensor settled /* [1, 3, h, w] */) => nn.functional.interpolate(
        (settled + 1) / 2, [settled.shape[2] * canvas.Factor, settled.shape[3] * canvas.Factor], null, InterpolationMode.Nearest); // [1, 3, H, W]

    public Tensor Clamp(Tensor z) => z.clamp(-1, 1);

    public void Dispose()
    {
    }
}
