using VqganBot.CommandLine;

namespace VqganBot.Hosting;

/// <summary>What the process tells whoever started it.</summary>
internal sealed class ExitReason
{
    public int Code { get; private set; } = ExitCodes.Done;

    /// <summary>Ended because nothing but a person's doing would help: a restart would change nothing.</summary>
    public void Fail() => Code = ExitCodes.Failed;
}
