namespace VqganBot.Limits;

/// <summary>What a limit counts.</summary>
internal enum LimitUnit
{
    Jobs,
    Seconds,
    Pixels,
    Steps,
    Pictures,
    Channels,
}
