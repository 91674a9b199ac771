namespace VqganBot.CommandLine.Progress;

internal sealed class SilentProgress : IPaintingProgress
{
    public void Run(string title, int done, int steps, Action<Action<StepReport>> paint) => paint(_ => { });
}
