namespace VqganBot.Discord.Rest;

/// <summary>The error codes this client acts on: https://docs.discord.com/developers/topics/opcodes-and-status-codes</summary>
public static class DiscordErrorCode
{
    public const int UnknownChannel = 10003;
    public const int UnknownGuild = 10004;
    public const int UnknownMessage = 10008;
    public const int UnknownWebhook = 10015;
    public const int UnknownInteraction = 10062;
    public const int ExplicitContent = 20009;
    public const int TooManyFiles = 30015;
    public const int TooManyCommandCreates = 30034;
    public const int TooManyOldEdits = 30046;
    public const int RequestTooLarge = 40005;
    public const int AlreadyAcknowledged = 40060;
    public const int TooManyFollowups = 40094;
    public const int MissingAccess = 50001;
    public const int CannotEditOthersMessage = 50005;
    public const int CannotMessageUser = 50007;
    public const int MissingPermissions = 50013;
    public const int InvalidToken = 50014;
    public const int InvalidWebhookToken = 50027;
    public const int InvalidFormBody = 50035;
    public const int FileTooLarge = 50045;
    public const int ArchivedThread = 50083;
    public const int BlockedByAutoMod = 200000;
    public const int BlockedByLinkFilter = 240000;
}
