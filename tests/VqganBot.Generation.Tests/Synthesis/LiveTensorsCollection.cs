namespace VqganBot.Generation.Tests.Synthesis;

/// <summary>Tests that count the live tensors of the process, which must not run beside others that make some.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class LiveTensorsCollection
{
    public const string Name = "live tensors";
}
