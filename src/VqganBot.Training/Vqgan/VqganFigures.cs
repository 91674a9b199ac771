using System.Globalization;
using VqganBot.Training.Reports;

namespace VqganBot.Training.Vqgan;

internal sealed record VqganFigures(double Psnr, double AbsoluteError, int CodesUsed, double Perplexity, int Codes) : IFigures
{
    public IReadOnlyList<(string Name, double Value)> Named =>
        [("PSNR, dB", Psnr), ("mean error", AbsoluteError), ("codes used", CodesUsed), ("perplexity", Perplexity)];

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"validation  PSNR {Psnr:0.00} dB  mean error {AbsoluteError:0.0000}  codes {CodesUsed} of {Codes}  perplexity {Perplexity:0}");
}
