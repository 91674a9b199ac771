namespace VqganBot.Tests.EndToEnd.Acceptance.Load;

/// <summary>Tests that measure have the machine for themselves.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MeasuredTests
{
    public const string Name = "Measured";
}
