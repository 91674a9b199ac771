namespace VqganBot.CommandLine.Progress;

internal readonly record struct StepReport(int Step, int Steps, double Loss, double StepsPerSecond)
{
    /// <value>Zero while the speed is not known yet.</value>
    public TimeSpan Left => StepsPerSecond > 0 ? TimeSpan.FromSeconds((Steps - Step) / StepsPerSecond) : TimeSpan.Zero;
}
