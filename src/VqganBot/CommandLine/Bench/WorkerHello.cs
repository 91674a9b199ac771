namespace VqganBot.CommandLine.Bench;

/// <summary>The first line of a worker: its tensor engine, and the threads that engine will use.</summary>
internal sealed record WorkerHello(string Engine, int Threads);
