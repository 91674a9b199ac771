namespace VqganBot.Generation.Tests.Torch;

/// <summary>Tests that count the live tensors of the whole process, and therefore run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TorchTestCollections
{
    public const string Name = "Torch, counting tensors";

    /// <summary>Lets the finalizers of earlier tests run out, so that nothing but the test changes the count.</summary>
    internal static void Settle()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }
}
