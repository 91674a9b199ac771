namespace VqganBot.CommandLine.Bench;

/// <summary>Steps of ours and the peer's that were done in turn; none of the peer's where there is none.</summary>
internal sealed record StepSeries(List<StepTimes> Ours, List<StepTimes> Peer);
