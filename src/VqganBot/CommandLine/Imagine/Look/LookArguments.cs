using System.CommandLine;
using System.CommandLine.Parsing;
using VqganBot.CommandLine.Options;
using VqganBot.Generation.Synthesis;

namespace VqganBot.CommandLine.Imagine.Look;

/// <summary>The options of <c>imagine</c> that <see cref="LookOptions"/> holds.</summary>
internal sealed class LookArguments
{
    private readonly Option<string[]> _clips = Many("--clip", "NAME[:W]",
        "A further CLIP that judges: one that was pulled, or that of another model; may be given several times.");

    private readonly Option<string[]> _spots = Many("--spot", "[AREA=]PROMPT",
        "Paint this in a part only: \"left=a star\", likewise right, top, bottom and centre, or in --spot-mask; may be given several times.");

    private readonly Option<string[]> _spotsOff = Many("--spot-off", "[AREA=]PROMPT", "Paint this in all but that part.");

    private readonly Option<string?> _spotMask = new("--spot-mask") { HelpName = "FILE|AREA", Description = "The part meant by --spot without an area: a picture, white inside, or an area. By default the centre." };

    private readonly Option<DrawerKind?> _drawer = ChoiceOption.Create<DrawerKind>("--drawer", "KIND", "Paint with the model's codes (vqgan) or in coloured cells (pixel).");

    private readonly Option<int?> _pixelSize = NumberOption.Whole("--pixel-size", "N", "The side of a cell of --drawer pixel.", most: 256);

    private readonly Option<bool> _tile = new("--tile") { Description = "Paint a tile: it continues at the opposite edge without a seam." };

    private readonly Option<bool> _transparent = new("--transparent") { Description = "Paint the subject alone, as a PNG whose ground is transparent." };

    private readonly Option<double?> _solidWeight = NumberOption.Real("--solid-weight", "W", "How much --transparent takes away: more leaves less.", least: 0);

    private readonly Option<TextPrompt?> _palette = WeightedOption.Text("--palette", "COLOURS[:W]",
        "Keep to these colours (\"navy, gold, #ff8800\"), or to those of a picture when a file is named.");

    private readonly Option<bool> _paletteOnly = new("--palette-only") { Description = "No other colours at all, with --drawer pixel." };

    private readonly Option<(SymmetryAxis, double)?> _symmetry = WeightedOption.Choice<SymmetryAxis>("--symmetry", "AXIS[:W]", "Halves that mirror each other.");

    private readonly Option<double?> _saturation = NumberOption.Real("--saturation", "W", "More colourful; below 0 greyer.", least: -1000);

    private readonly Option<double?> _smoothness = NumberOption.Real("--smoothness", "W", "Calmer surfaces.", least: 0);

    private readonly Option<bool> _keepEdges = new("--keep-edges") { Description = "Let --smoothness spare sharp borders." };

    private readonly Option<TextPrompt?> _edge = WeightedOption.Text("--edge", "COLOUR[:W]", "A frame of this colour, where nothing is painted.");

    private readonly Option<double?> _edgeWidth = NumberOption.Real("--edge-width", "S", "The width of --edge, as a share of the shorter side.", least: 0.001);

    public IReadOnlyList<Option> All =>
        [_spots, _spotsOff, _spotMask, _clips, _drawer, _pixelSize, _tile, _transparent, _solidWeight, _palette, _paletteOnly, _symmetry, _saturation, _smoothness, _keepEdges, _edge, _edgeWidth];

    public LookOptions Read(ParseResult parsed) => new()
    {
        Spots = parsed.GetValue(_spots) ?? [],
        SpotsOff = parsed.GetValue(_spotsOff) ?? [],
        SpotMask = parsed.GetValue(_spotMask),
        Clips = [.. (parsed.GetValue(_clips) ?? []).Select(PromptParser.ParseFile)],
        Drawer = parsed.GetValue(_drawer),
        PixelSize = parsed.GetValue(_pixelSize),
        Tile = parsed.GetValue(_tile),
        Transparent = parsed.GetValue(_transparent),
        SolidWeight = parsed.GetValue(_solidWeight),
        Palette = parsed.GetValue(_palette),
        PaletteOnly = parsed.GetValue(_paletteOnly),
        Symmetry = parsed.GetValue(_symmetry),
        Saturation = parsed.GetValue(_saturation),
        Smoothness = parsed.GetValue(_smoothness),
        KeepEdges = parsed.GetValue(_keepEdges),
        Edge = parsed.GetValue(_edge),
        EdgeWidth = parsed.GetValue(_edgeWidth),
    };

    private static Option<string[]> Many(string name, string help, string description) =>
        new(name) { HelpName = help, Description = description, Arity = ArgumentArity.OneOrMore };
}
