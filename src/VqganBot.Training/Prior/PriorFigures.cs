using System.Globalization;
using VqganBot.Training.Reports;

namespace VqganBot.Training.Prior;

/// <summary>How surprised a prior is by each code of pictures it never learnt from, in nats.</summary>
internal sealed record PriorFigures(double Entropy, long Pictures) : IFigures
{
    public IReadOnlyList<(string Name, double Value)> Named => [("entropy", Entropy)];

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"validation  entropy {Entropy:0.0000} of {Pictures} held-back pictures");
}
