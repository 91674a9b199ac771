namespace VqganBot.Generation.Tests.Imaging;

/// <summary>Tests which watch file descriptor 2 run alone: another test's output would be taken for theirs.</summary>
[CollectionDefinition(nameof(StandardErrorCollection), DisableParallelization = true)]
public sealed class StandardErrorCollection;
