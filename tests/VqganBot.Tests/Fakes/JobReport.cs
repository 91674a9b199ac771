using VqganBot.Jobs;

namespace VqganBot.Tests.Fakes;

/// <summary>One thing the worker told: a job that started or left, or how far one is.</summary>
internal sealed record JobReport(Job? Job, JobProgress? Progress, bool HasLeft);
