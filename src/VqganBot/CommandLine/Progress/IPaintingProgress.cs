namespace VqganBot.CommandLine.Progress;

/// <summary>Shows one painting as it goes.</summary>
internal interface IPaintingProgress
{
    /// <summary>Runs <paramref name="paint"/>, which reports each step it has done.</summary>
    void Run(string title, int done, int steps, Action<Action<StepReport>> paint);
}
