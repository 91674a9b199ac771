using TorchSharp;
using VqganBot.Generation.Clip;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>What the CLIPs of a painter read last, so that several pictures of the same words have them read once.</summary>
/// <remarks>Kept phrase by phrase, as it was read: alone a text comes out otherwise, in its last bits, than beside others.</remarks>
internal sealed class TextMemory
{
    private const int Most = 64;

    private readonly Dictionary<(ClipModel Clip, string Tokens), float[]> _points = [];

    /// <returns>The points of the texts, [texts, d].</returns>
    public Tensor Read(long[] tokens /* of all texts, each padded */, Perceptor perceptor, Device device)
    {
        long texts = tokens.Length / perceptor.ContextLength;
        (ClipModel, string) key = (perceptor.Clip, string.Join(' ', tokens));
        if (!_points.TryGetValue(key, out float[]? points))
        {
            using DisposeScope scope = NewDisposeScope();
            points = perceptor.Read(tensor(tokens, new long[] { texts, perceptor.ContextLength }).to(device)).cpu().data<float>().ToArray();
            if (_points.Count == Most)
                _points.Clear();
            _points.Add(key, points);
        }

        return tensor(points, new long[] { texts, perceptor.Width }).to(device);
    }
}
