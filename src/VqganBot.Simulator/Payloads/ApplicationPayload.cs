using System.Text.Json.Nodes;
using VqganBot.Simulator.World;

namespace VqganBot.Simulator.Payloads;

/// <summary>The bot's application as Discord writes it. Its id is that of the bot's user, as for all new applications.</summary>
internal static class ApplicationPayload
{
    public static JsonObject Of(SimulatedUser bot, SimulatedUser owner) => new()
    {
        ["id"] = bot.Id.ToString(),
        ["name"] = bot.DisplayName,
        ["icon"] = null,
        ["description"] = "",
        ["summary"] = "",
        ["type"] = null,
        ["bot_public"] = true,
        ["bot_require_code_grant"] = false,
        ["verify_key"] = new string('0', 64),
        ["flags"] = 0,
        ["flags_new"] = "0",
        ["hook"] = true,
        ["is_monetized"] = false,
        ["approximate_guild_count"] = 1,
        ["approximate_user_install_count"] = 0,
        ["approximate_user_authorization_count"] = 0,
        ["explicit_content_filter"] = 0,
        ["eligible_oauth2_scopes"] = new JsonArray(),
        ["interactions_endpoint_url"] = null,
        ["role_connections_verification_url"] = null,
        ["redirect_uris"] = new JsonArray(),
        ["integration_types_config"] = new JsonObject { ["0"] = new JsonObject() },
        ["bot"] = UserPayload.Of(bot),
        ["owner"] = UserPayload.Of(owner),
        ["team"] = null,
    };
}
