namespace VqganBot.Discord.Gateway;

/// <summary>What follows a connection that ended.</summary>
internal enum NextStep
{
    /// <summary>Connect again and go on with the same session, where there is one.</summary>
    Resume,

    /// <summary>Connect again with a new session.</summary>
    Identify,

    /// <summary>Never connect again.</summary>
    Stop,
}
