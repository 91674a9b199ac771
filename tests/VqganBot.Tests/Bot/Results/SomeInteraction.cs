using System.Globalization;
using System.Text.Json;
using VqganBot.Bot;
using VqganBot.Discord.Rest;
using VqganBot.Discord.Wire;
using VqganBot.Tests.Bot.Replies;

namespace VqganBot.Tests.Bot.Results;

/// <summary>Interactions as Discord sends them, in the guild of <see cref="SomeJob"/>.</summary>
internal static class SomeInteraction
{
    public const ulong Ada = 1001;
    public const ulong Bob = 1002;

    public static InteractionContext Command(ReplyHarness harness, string name, ulong user = Ada, string options = "[]", ulong? guild = 2001, ulong channel = 3001, Permissions rights = Permissions.None) =>
        Context(harness, $$$"""{"type":2,"data":{"id":"1","name":"{{{name}}}","type":1,"options":{{{options}}}}}""", user, guild, rights, channel);

    public static InteractionContext Menu(ReplyHarness harness, ulong message, ulong user = Ada) =>
        Context(harness, $$$"""{"type":2,"data":{"id":"1","name":"Picture info","type":3,"target_id":"{{{message}}}"}}""", user, 2001, 0);

    public static InteractionContext Button(ReplyHarness harness, string customId, ulong user = Ada, ulong message = 5001, ulong? guild = 2001, Permissions rights = Permissions.None) =>
        Context(harness, $$$"""{"type":3,"data":{"custom_id":"{{{customId}}}","component_type":2},"message":{"id":"{{{message}}}","channel_id":"3001"}}""", user, guild, rights);

    private static InteractionContext Context(ReplyHarness harness, string json, ulong user, ulong? guild, Permissions rights, ulong channel = 3001)
    {
        var person = $$$"""{"id":"{{{user}}}","username":"u{{{user}}}"}""";
        var who = guild is null
            ? $$$""" "user":{{{person}}} """
            : string.Create(CultureInfo.InvariantCulture, $$$""" "guild_id":"{{{guild}}}","member":{"user":{{{person}}},"roles":[],"permissions":"{{{(ulong)rights}}}"} """);
        var whole = $$$"""{"id":"77","application_id":"4001","token":"fresh-token","version":1,"channel_id":"{{{channel}}}",{{{who}}},{{{json[1..]}}}""";
        var interaction = JsonSerializer.Deserialize(whole, DiscordJson.Default.Interaction)!;
        return new InteractionContext(interaction, harness.Get<DiscordRestClient>(), harness.Clock);
    }
}
