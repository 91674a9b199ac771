namespace VqganBot.Tests.Jobs;

/// <summary>A job that had its turn in a <see cref="QueueSimulation"/>.</summary>
internal sealed record SimulatedTurn(ulong User, TimeSpan Wait, TimeSpan Gpu);
