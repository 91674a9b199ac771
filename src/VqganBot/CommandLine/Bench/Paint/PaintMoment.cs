namespace VqganBot.CommandLine.Bench;

/// <summary>A picture on its way: after how many steps and seconds it was had, and how near it was to its words.</summary>
internal sealed record PaintMoment(int Step, double Seconds, double Similarity);
