using System.Text;

namespace VqganBot.Generation.Tests.Training;

/// <summary>Counts progress lines, one a step, and cancels when the wanted step's line is written.</summary>
internal sealed class StopAt(CancellationTokenSource source, long step) : TextWriter
{
    public override Encoding Encoding => Encoding.UTF8;

    public override void WriteLine(string? value)
    {
        if (value!.Contains($"step {step} ", StringComparison.Ordinal))
            source.Cancel();
    }
}
