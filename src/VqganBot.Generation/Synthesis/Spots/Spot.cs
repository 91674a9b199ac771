using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>
/// A part of the picture with prompts of its own. CLIP is shown the box around it, and what in the box does not belong to it is
/// covered: so no gradient of these prompts reaches beyond the mask.
/// </summary>
internal sealed class Spot : IDisposable
{
    private readonly SpotMask _mask;
    private readonly Tensor _shares; // [1, 1, h, w]
    private readonly bool _isBox;

    public Spot(SpotMask mask, IReadOnlyList<IReadOnlyList<PromptTarget>> prompts, Device device)
    {
        _mask = mask;
        _isBox = mask.Shares.All(share => share == 1);
        _shares = tensor(mask.Shares, new long[] { 1, 1, mask.Height, mask.Width }).to(device).DetachFromDisposeScope();
        Prompts = prompts;
    }

    /// <value>Of the box around it.</value>
    public int Height => _mask.Height;

    public int Width => _mask.Width;

    /// <value>As each CLIP model sees them.</value>
    public IReadOnlyList<IReadOnlyList<PromptTarget>> Prompts { get; }

    /// <summary>What of the picture belongs to the spot, before a ground.</summary>
    /// <param name="ground">[1, 3, H, W], or one colour [1, 3, 1, 1].</param>
    public Tensor Of(Tensor image /* [1, 3, H, W], smaller while it is painted at low resolution */, Tensor ground)
    {
        Tensor box = Cut(image);                                                    // [1, 3, h, w]
        return _isBox ? box : (box * _shares) + ((ground.shape[2] == 1 ? ground : Cut(ground)) * (1 - _shares));
    }

    public void Dispose()
    {
        _shares.Dispose();
        foreach (PromptTarget prompt in Prompts.SelectMany(prompts => prompts))
            prompt.Dispose();
    }

    /// <exception cref="PromptException">It is no prompt, or a story.</exception>
    public static IReadOnlyList<TextPrompt> Read(SpotPrompt spot) => PromptParser.Parse(spot.Prompt) is [var phrase]
        ? phrase
        : throw new PromptException($"The spot prompt '{spot.Prompt}' tells a story; a spot has one phrase, without '^'.");

    private Tensor Cut(Tensor image)
    {
        Tensor whole = image.shape[2] == _mask.CanvasHeight && image.shape[3] == _mask.CanvasWidth
            ? image
            : nn.functional.interpolate(image, [_mask.CanvasHeight, _mask.CanvasWidth], null, InterpolationMode.Bilinear);
        return whole.narrow(2, _mask.Y, _mask.Height).narrow(3, _mask.X, _mask.Width);
    }
}
