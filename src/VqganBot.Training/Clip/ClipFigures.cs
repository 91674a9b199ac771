using System.Globalization;
using VqganBot.Training.Reports;

namespace VqganBot.Training.Clip;

/// <summary>Shares of pictures named rightly without further training, and of captions found among as many others.</summary>
internal sealed record ClipFigures(double Object, double Colour, double Scene, double Style, double RecallAt1, double RecallAt5) : IFigures
{
    public IReadOnlyList<(string Name, double Value)> Named =>
        [("object", Object), ("colour", Colour), ("scene", Scene), ("style", Style), ("recall@1", RecallAt1), ("recall@5", RecallAt5)];

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"zero-shot object {Object:0.000}  colour {Colour:0.000}  scene {Scene:0.000}  style {Style:0.000}  recall@1 {RecallAt1:0.000}  @5 {RecallAt5:0.000}");
}
