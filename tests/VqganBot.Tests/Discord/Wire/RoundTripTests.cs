using VqganBot.Discord.Wire;

namespace VqganBot.Tests.Discord.Wire;

public sealed class RoundTripTests
{
    /// <summary>What comes in: the type it is read as, and all that is read past on purpose.</summary>
    public static TheoryData<string, Type, string[]> Inbound => new()
    {
        { "interaction-slash", typeof(Interaction), ["guild", "channel.position", "entitlements", "member.user.public_flags", "data.resolved.roles.1240000000000000001.hoist"] },
        { "interaction-subcommand", typeof(Interaction), [] },
        { "interaction-autocomplete", typeof(Interaction), [] },
        { "interaction-button", typeof(Interaction), ["message.embeds[0].type", "message.embeds[0].image.proxy_url", "message.mentions", "message.pinned", "message.tts"] },
        { "interaction-select", typeof(Interaction), [] },
        { "interaction-modal", typeof(Interaction), ["data.components[1].component.value"] },
        { "interaction-message-menu", typeof(Interaction), ["data.resolved.messages.1270000000000000002.nonce", "data.resolved.messages.1270000000000000002.components[0].accent_color", "data.resolved.messages.1270000000000000002.components[0].components[0].content", "data.resolved.messages.1270000000000000002.components[0].components[1].items"] },
        { "ready", typeof(GatewayPayload), [] },
        { "hello", typeof(GatewayPayload), [] },
        { "guild-create", typeof(Guild), ["member_count", "large", "roles[0].colors", "channels[0].permission_overwrites"] },
        { "gateway-bot", typeof(GatewayBot), [] },
        { "callback-response", typeof(InteractionCallbackResponse), [] },
        { "commands", typeof(IReadOnlyList<ApplicationCommand>), ["[0].dm_permission"] },
        { "application", typeof(Application), ["approximate_guild_count"] },
        { "rate-limit", typeof(RateLimitBody), [] },
        { "form-error", typeof(ErrorBody), [] },
    };

    public static TheoryData<string, Type> Outbound => new()
    {
        { "out-identify", typeof(GatewayPayload) },
        { "out-resume", typeof(GatewayPayload) },
        { "out-heartbeat", typeof(GatewayPayload) },
        { "out-presence", typeof(GatewayPayload) },
        { "out-message", typeof(MessageBody) },
        { "out-modal", typeof(InteractionResponse) },
        { "out-autocomplete", typeof(InteractionResponse) },
        { "out-deferral", typeof(InteractionResponse) },
    };

    [Theory]
    [MemberData(nameof(Inbound))]
    public void Payload_FromDiscord_KeepsAllButWhatIsReadPastOnPurpose(string name, Type type, string[] readPast)
    {
        var written = DiscordFixture.Written(DiscordFixture.Read(name, type), type);

        Assert.Equal(readPast, JsonDifference.Missing(DiscordFixture.Json(name), written));
        Assert.Empty(JsonDifference.Missing(written, DiscordFixture.Json(name)).Except(readPast));
    }

    [Theory]
    [MemberData(nameof(Outbound))]
    public void Payload_ForDiscord_IsAsDocumented(string name, Type type)
    {
        var written = DiscordFixture.Written(DiscordFixture.Read(name, type), type);

        Assert.Empty(JsonDifference.Missing(DiscordFixture.Json(name), written));
        Assert.Empty(JsonDifference.Missing(written, DiscordFixture.Json(name)));
    }

    [Theory]
    [InlineData("ready", typeof(Ready), "session_type", "user.verified", "private_channels", "_trace")]
    [InlineData("hello", typeof(Hello), "_trace")]
    [InlineData("out-identify", typeof(Identify))]
    [InlineData("out-resume", typeof(Resume))]
    [InlineData("out-presence", typeof(PresenceUpdate))]
    public void Data_OfAGatewayPayload_IsOfItsType(string name, Type type, params string[] readPast)
    {
        var data = DiscordFixture.Json(name).GetProperty("d");
        var written = DiscordFixture.Written(System.Text.Json.JsonSerializer.Deserialize(data, DiscordJson.Default.GetTypeInfo(type)!)!, type);

        Assert.Equal(readPast, JsonDifference.Missing(data, written));
        Assert.Empty(JsonDifference.Missing(written, data));
    }
}
