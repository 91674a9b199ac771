namespace VqganBot.Generation.Tests.TestKit;

/// <summary>Tests that count the live tensors of the whole process, and therefore run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class LiveTensors
{
    public const string Name = "live tensors";

    /// <summary>Lets the finalizers of earlier tests run out, so that nothing but the test changes the count.</summary>
    internal static void Settle()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }
}
