using TorchSharp;
using VqganBot.Generation.Clip;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>One CLIP model as the loop uses it: pictures of 0 to 1 go in, points of unit length come out.</summary>
internal sealed class Perceptor : IDisposable
{
    private readonly Tensor _mean; // [1, 3, 1, 1]
    private readonly Tensor _std;

    public Perceptor(ClipModel clip, Device device)
    {
        Clip = clip;
        _mean = tensor(clip.Mean, new long[] { 1, 3, 1, 1 }).to(device).DetachFromDisposeScope();
        _std = tensor(clip.Std, new long[] { 1, 3, 1, 1 }).to(device).DetachFromDisposeScope();
    }

    public ClipModel Clip { get; }

    /// <value>How much its judgement counts beside that of others.</value>
    public double Weight { get; init; } = 1;

    public long Resolution => Clip.Config.InputResolution;

    public long Width => Clip.Config.EmbedDim;

    public int ContextLength => (int)Clip.Config.ContextLength;

    public Tensor See(Tensor views /* [n, 3, R, R], 0 to 1 */) =>
        PromptTarget.Unit(Clip.encode_image((views - _mean) / _std).to(float32)); // [n, d]

    public Tensor Read(Tensor tokens /* [n, L] */) => Clip.encode_text(tokens).to(float32); // [n, d]

    public void Dispose()
    {
        _mean.Dispose();
        _std.Dispose();
    }
}
