using System.CommandLine;
using System.CommandLine.Parsing;
using VqganBot.CommandLine.Options;
using VqganBot.Generation.Synthesis;

namespace VqganBot.CommandLine.Imagine.Look;

/// <summary>The options of <c>imagine</c> that <see cref="LookOptions"/> holds.</summary>
internal sealed class LookArguments
{
    private readonly Option<DrawerKind?> _drawer = ChoiceOption.Create<DrawerKind>("--drawer", "KIND", "Paint with the model's codes (vqgan) or in coloured cells (pixel).");

    private readonly Option<int?> _pixelSize = NumberOption.Whole("--pixel-size", "N", "The side of a cell of --drawer pixel.", most: 256);

    public IReadOnlyList<Option> All => [_drawer, _pixelSize];

    public LookOptions Read(ParseResult parsed) => new()
    {
        Drawer = parsed.GetValue(_drawer),
        PixelSize = parsed.GetValue(_pixelSize),
    };
}
