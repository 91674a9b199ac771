namespace VqganBot.Discord.Gateway;

/// <summary>What each close code asks for: https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway</summary>
internal static class CloseCodes
{
    public const int Normal = 1000;
    public const int AuthenticationFailed = 4004;

    /// <summary>Sent by this client when it means to come back: 1000 and 1001 would end the session, any other code keeps it.</summary>
    public const int ComingBack = 4200;

    /// <param name="code">Null when the connection broke without one.</param>
    public static NextStep NextAfter(int? code) => code switch
    {
        AuthenticationFailed or (>= 4010 and <= 4014) => NextStep.Stop,
        // 4006 is no longer documented; it meant "invalid session". 4003 may have kept its session: opcode 9 tells if not.
        4006 or 4007 or 4009 => NextStep.Identify,
        _ => NextStep.Resume,
    };

    /// <summary>What a person has to do about a code after which nobody may come back.</summary>
    public static string Advice(int code) => code switch
    {
        AuthenticationFailed => "Discord rejected the bot's token (close code 4004). Make a new one in the Developer Portal "
            + "(your application, Bot, Reset Token) and set DISCORD_TOKEN or the file behind DISCORD_TOKEN_FILE to it.",
        4010 => "Discord rejected the shard (close code 4010), though this client names none. Check what DISCORD_API_URL points at.",
        4011 => "Discord requires sharding for this bot (close code 4011): it is in more servers than one connection may serve, "
            + "about 2,500. Remove it from some of them; this client opens one connection only.",
        4012 => "The gateway does not speak version 10 of Discord's API (close code 4012). Update VqganBot, or point DISCORD_API_URL at a server that does.",
        4013 => "Discord does not know the gateway intents that were asked for (close code 4013). Ask for Guilds (1) or none (0).",
        4014 => "Discord did not grant the gateway intents that were asked for (close code 4014). Switch them on in the Developer Portal "
            + "(your application, Bot, Privileged Gateway Intents), or ask for Guilds (1) only, which needs no grant.",
        _ => $"Discord closed the gateway for good (close code {code}).",
    };
}
