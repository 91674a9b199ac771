using System.Text.RegularExpressions;
using TorchSharp;
using VqganBot.Generation.Clip;
using VqganBot.Generation.Tests.Verification;

namespace VqganBot.Generation.Tests.Clip;

/// <summary>The names and shapes of OpenAI's published models, against those of our network at the same dimensions.</summary>
public sealed partial class PublishedClipKeysTests
{
    [Theory]
    [InlineData("ViT-B-32", 224, 32, 768, 12, 512, 512)]
    [InlineData("ViT-B-16", 224, 16, 768, 12, 512, 512)]
    [InlineData("ViT-L-14", 224, 14, 1024, 24, 768, 768)]
    [InlineData("ViT-L-14-336", 336, 14, 1024, 24, 768, 768)]
    public void StateDict_AtPublishedDimensions_HasThePublishedKeys(string name, int resolution, int patch, int width, int layers, int textWidth, int embedDim)
    {
        string[] lines = File.ReadAllLines(Golden.Shared($"design/keys/clip_{name}_keys.txt"));
        using DisposeScope scope = torch.NewDisposeScope();
        // All blocks of a tower come from one constructor, so one stands for all: 427 million numbers would be much for a test.
        using var clip = new ClipModel(new ClipConfig(
            embedDim,
            new VisionTransformerConfig(resolution, patch, width, Layers: 1),
            new ClipTextConfig(77, 49408, textWidth, Layers: 1)));
        string[] ours = [.. clip.state_dict().Select(pair => $"{pair.Key}\t[{string.Join(", ", pair.Value.shape)}]")];

        Assert.Equal(Expanded(ours, layers).Order(StringComparer.Ordinal), lines.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Expanded(string[] lines, int visionLayers) => lines.SelectMany(line =>
        !FirstBlock().IsMatch(line) ? [line]
        : Enumerable.Range(0, line.StartsWith("visual.", StringComparison.Ordinal) ? visionLayers : 12).Select(i => FirstBlock().Replace(line, $"resblocks.{i}.")));

    [GeneratedRegex(@"resblocks\.0\.")]
    private static partial Regex FirstBlock();
}
