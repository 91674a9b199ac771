using System.Globalization;
using VqganBot.Training.Reports;

namespace VqganBot.Training.Clip;

/// <summary>Shares of pictures whose own caption is the nearest, or among the five nearest, of as many as there are pictures.</summary>
internal sealed record RecallFigures(double RecallAt1, double RecallAt5, int Pictures) : IFigures
{
    public IReadOnlyList<(string Name, double Value)> Named => [("recall@1", RecallAt1), ("recall@5", RecallAt5)];

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"recall@1 {RecallAt1:0.000}  @5 {RecallAt5:0.000}  of {Pictures} held-back pictures");
}
