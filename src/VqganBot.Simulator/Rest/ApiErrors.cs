using System.Text.Json.Nodes;

namespace VqganBot.Simulator.Rest;

/// <summary>Discord's errors, as far as a bot like this meets them: https://docs.discord.com/developers/topics/opcodes-and-status-codes</summary>
internal static class ApiErrors
{
    public static ApiException Unauthorized() => new(401, 0, "401: Unauthorized");

    public static ApiException NotFound() => new(404, 0, "404: Not Found");

    public static ApiException UnknownApplication() => new(404, 10002, "Unknown Application");

    public static ApiException UnknownChannel() => new(404, 10003, "Unknown Channel");

    public static ApiException UnknownGuild() => new(404, 10004, "Unknown Guild");

    public static ApiException UnknownMember() => new(404, 10007, "Unknown Member");

    public static ApiException UnknownMessage() => new(404, 10008, "Unknown Message");

    public static ApiException UnknownUser() => new(404, 10013, "Unknown User");

    public static ApiException UnknownWebhook() => new(404, 10015, "Unknown Webhook");

    public static ApiException UnknownInteraction() => new(404, 10062, "Unknown interaction");

    public static ApiException UnknownCommand() => new(404, 10063, "Unknown application command");

    public static ApiException OnlyOwnApplication() => new(403, 20012, "You are not authorized to perform this action on this application");

    public static ApiException TooManyFiles() => new(400, 30015, "Maximum number of attachments in a message reached (10)");

    public static ApiException TooManyCommands(int most) => new(400, 30032, $"Maximum number of application commands reached ({most}).");

    public static ApiException TooManyCommandCreates() => new(429, 30034, "Max number of daily application command creates has been reached (200)");

    public static ApiException TooManyOldEdits() => new(429, 30046, "Maximum number of edits to messages older than 1 hour reached. Try again later.");

    public static ApiException TooLarge() => new(413, 40005, "Request entity too large");

    public static ApiException AlreadyAcknowledged() => new(400, 40060, "Interaction has already been acknowledged.");

    public static ApiException UserAgent() => new(403, 40333, "internal network error");

    public static ApiException MissingAccess() => new(403, 50001, "Missing Access");

    public static ApiException OthersMessage() => new(403, 50005, "Cannot edit a message authored by another user");

    public static ApiException EmptyMessage() => new(400, 50006, "Cannot send an empty message");

    public static ApiException CannotMessageUser() => new(403, 50007, "Cannot send messages to this user");

    public static ApiException MissingPermissions() => new(403, 50013, "Missing Permissions");

    public static ApiException InvalidWebhookToken() => new(401, 50027, "Invalid Webhook Token");

    public static ApiException InvalidForm(JsonObject errors) => new(400, 50035, "Invalid Form Body", errors);

    public static ApiException InvalidApiVersion() => new(400, 50041, "Invalid API version provided");

    public static ApiException InvalidJson() => new(400, 50109, "The request body contains invalid JSON.");
}
