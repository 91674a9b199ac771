using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>
/// Another drawer's picture with a fourth channel for what is opaque, painted together with it: the latent has one channel more,
/// from −<see cref="Reach"/> (clear) to <see cref="Reach"/> (solid), and so it is optimised, saved and averaged with the rest.
/// </summary>
/// <param name="softness">How the channel grows from cells to pixels.</param>
internal sealed class TransparentDrawer(IDrawer colours, InterpolationMode softness, Device device) : IDrawer
{
    // At a learning rate of 0.1 a cell goes from clear to solid in some forty steps.
    private const double Reach = 2;

    public long Channels => colours.Channels + 1;

    public Tensor Random(PaintingRandom random, long rows, long columns) => WithMiddle(colours.Random(random, rows, columns));

    public Tensor Mean() => cat([colours.Mean(), zeros([1, 1, 1, 1], float32, device)], 1);

    public Tensor Encode(Tensor picture) => WithMiddle(colours.Encode(picture));

    public Tensor Settle(Tensor z) => cat([colours.Settle(ColoursOf(z)), SolidOf(z).detach()], 1);

    /// <returns>[1, 4, H, W].</returns>
    public Tensor Draw(Tensor settled /* [1, C + 1, h, w] */)
    {
        Tensor picture = colours.Draw(ColoursOf(settled));                                             // [1, 3, H, W]
        Tensor solid = nn.functional.interpolate(SolidOf(settled), [picture.shape[2], picture.shape[3]], null, softness);
        return cat([picture, (solid / (2 * Reach)) + 0.5], 1);
    }

    public Tensor Clamp(Tensor z) => cat([colours.Clamp(ColoursOf(z)), SolidOf(z).clamp(-Reach, Reach)], 1);

    public void Dispose() => colours.Dispose();

    private Tensor ColoursOf(Tensor z) => z.narrow(1, 0, colours.Channels);

    private Tensor SolidOf(Tensor z) => z.narrow(1, colours.Channels, 1);

    // It begins solid in the middle and clear in the corners, where a subject and its surroundings mostly are.
    private Tensor WithMiddle(Tensor latent)
    {
        Tensor y = linspace(-1, 1, latent.shape[2]).view(1, 1, -1, 1), x = linspace(-1, 1, latent.shape[3]).view(1, 1, 1, -1);
        Tensor solid = (1 - ((x * x) + (y * y))) * Reach;                                              // [1, 1, h, w]
        return cat([latent, solid.to(device)], 1);
    }
}
