using System.CommandLine;
using VqganBot.Generation.Clip;
using VqganBot.Training.Packs;

namespace VqganBot.Training.Commands.Options;

/// <summary>The sizes of a CLIP; the defaults are the built-in pack's. Both of OpenAI's image towers can be had.</summary>
internal sealed class ClipNetworkOptions
{
    /// <summary>The stem shrinks a picture by 4, the layers by 8.</summary>
    private const int ResNetFactor = 32;

    private static readonly ClipConfig Default = PackNetworks.Clip(0, PackNetworks.ClipWidth);

    private readonly Option<string> _tower = new("--tower") { Description = "resnet or vit.", DefaultValueFactory = _ => "resnet" };
    private readonly Option<int> _width = Number("--width", "Channels of the image tower's first layer, a multiple of 4 (OpenAI's RN50: 64); of a vit, its width (B/32: 768).", PackNetworks.ClipWidth);
    private readonly Option<string> _blocks = new("--blocks") { Description = "Of a resnet: bottlenecks in each of the four layers (RN50: 3,4,6,3).", DefaultValueFactory = _ => "1,2,2,1" };
    private readonly Option<int> _layers = Number("--layers", "Of a vit: layers (B/32: 12).", 6);
    private readonly Option<int> _patch = Number("--patch", "Of a vit: pixels of a patch's side (B/32: 32).", 8);
    private readonly Option<int> _embed = Number("--embed", "Numbers of an embedding (B/32: 512).", Default.EmbedDim);
    private readonly Option<int> _context = Number("--context", "Tokens of a text (OpenAI: 77).", Default.Text.ContextLength);
    private readonly Option<int> _textWidth = Number("--text-width", "Width of the text transformer (OpenAI: 512).", Default.Text.Width);
    private readonly Option<int> _textLayers = Number("--text-layers", "Its layers (OpenAI: 12).", Default.Text.Layers);

    public ClipNetworkOptions(Command command)
    {
        _tower.AcceptOnlyFromAmong("resnet", "vit");
        foreach (var option in (Option[])[_tower, _width, _blocks, _layers, _patch, _embed, _context, _textWidth, _textLayers])
            command.Options.Add(option);
        NumberList.Require(_blocks, numbers => numbers.Length == 4);
    }

    public ClipConfig Read(ParseResult result, int resolution, int vocabulary)
    {
        var (width, patch) = (result.GetValue(_width), result.GetValue(_patch));
        var isVit = result.GetValue(_tower) == "vit";
        if (resolution % (isVit ? patch : ResNetFactor) != 0)
            throw new ArgumentException($"A resolution of {resolution} pixels does not suit the image tower: a multiple of {(isVit ? patch : ResNetFactor)} does.", nameof(resolution));
        ClipVisionConfig vision = isVit
            ? new VisionTransformerConfig(resolution, patch, width, result.GetValue(_layers))
            : new ModifiedResNetConfig(resolution, width, NumberList.Parse(result.GetValue(_blocks)!));
        return new ClipConfig(
            result.GetValue(_embed), vision, new ClipTextConfig(result.GetValue(_context), vocabulary, result.GetValue(_textWidth), result.GetValue(_textLayers)));
    }

    private static Option<int> Number(string name, string description, int standard) =>
        new(name) { Description = description, DefaultValueFactory = _ => standard };
}
