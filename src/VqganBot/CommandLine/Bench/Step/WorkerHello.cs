namespace VqganBot.CommandLine.Bench;

/// <summary>The first line of a worker: its tensor engine, and what that engine will use.</summary>
/// <param name="Device">"cpu" or "cuda".</param>
/// <param name="Precision">The number format of the networks.</param>
/// <param name="MatrixPeak">Floating-point operations a second of a large float32 matrix product with these threads; 0 where the worker does not measure it.</param>
/// <param name="MatrixPeakBFloat16">The same in bfloat16, on a GPU.</param>
internal sealed record WorkerHello(string Engine, int Threads, string Device, string Precision = "float32", double MatrixPeak = 0, double? MatrixPeakBFloat16 = null);
