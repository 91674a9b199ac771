namespace VqganBot.CommandLine.Bench;

/// <summary>So many paintings stepped as one.</summary>
/// <param name="StepSeconds">Median of one step of all of them.</param>
/// <param name="Gain">Pictures in the same time, compared with one at a time: the median of the rounds, in each of which all sizes took their turn.</param>
/// <param name="PeakMemory">The most bytes held until then, by this size or a smaller one.</param>
internal sealed record BatchRow(int Paintings, double StepSeconds, double PicturesPerMinute, double Gain, long? PeakMemory);
