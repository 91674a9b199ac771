namespace VqganBot.Discord.Rest.Sending;

/// <summary>What may be sent again.</summary>
internal enum Retries
{
    /// <summary>Twice does no harm: after a fault, no answer, or a rate limit.</summary>
    Always,

    /// <summary>Twice would be seen twice: only when it was certainly not accepted.</summary>
    UntilAccepted,

    /// <summary>Only while no connection could be made, and only for the 3 s in which an answer is of use.</summary>
    UntilConnected,
}
