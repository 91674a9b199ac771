using System.Text.Json;
using VqganBot.Discord.Wire;

namespace VqganBot.Tests.Discord.Wire;

public sealed class WireFactsTests
{
    [Fact]
    public void Interaction_InAGuild_TellsWhoWhereAndWhat()
    {
        var interaction = DiscordFixture.Read<Interaction>("interaction-slash");

        Assert.Equal(InteractionType.ApplicationCommand, interaction.Type);
        Assert.Equal("Ada L.", interaction.User.DisplayName);
        Assert.Equal(10 * 1024 * 1024, interaction.AttachmentSizeLimit);
        Assert.True(interaction.Member!.Permissions!.Value.HasFlag(Permissions.ManageGuild));
        Assert.True(interaction.AppPermissions!.Value.HasFlag(Permissions.AttachFiles));
        Assert.Equal("chicken surf", interaction.Data!.Options![0].Value!.Value.GetString());
        Assert.Equal(250, interaction.Data.Options[1].Value!.Value.GetInt64());
    }

    [Fact]
    public void Resolved_ThingsAreFoundByTheirIds()
    {
        var resolved = DiscordFixture.Read<Interaction>("interaction-slash").Data!.Resolved!;

        Assert.Equal("start.png", resolved.Attachments![new Snowflake(1260000000000000001)].Filename);
        Assert.True(resolved.Users![new Snowflake(1230000000000000002)].Bot);
        Assert.Equal("Painters", resolved.Roles![new Snowflake(1240000000000000001)].Name);
        Assert.Equal(ChannelType.PublicThread, resolved.Channels![new Snowflake(1220000000000000002)].Type);
    }

    [Fact]
    public void Interaction_InADirectMessage_NamesTheUserItself()
    {
        var interaction = DiscordFixture.Read<Interaction>("interaction-autocomplete");

        Assert.Equal(new Snowflake(1230000000000000001), interaction.User.Id);
        Assert.Equal(InteractionContextType.BotDm, interaction.Context);
        Assert.True(interaction.Data!.Options![1].Focused);
        Assert.Equal("12a", interaction.Data.Options[1].Value!.Value.GetString());
    }

    [Fact]
    public void Modal_ThatWasSubmitted_HoldsWhatWasTypedAndTicked()
    {
        var components = DiscordFixture.Read<Interaction>("interaction-modal").Data!.Components!;

        Assert.Equal("a chicken that surfs\nat dusk", components[0].Inner!.Value);
        Assert.Equal("true", components[1].Inner!.Value);
        Assert.Equal("negative", components[2].Components![0].CustomId);
    }

    [Fact]
    public void Message_OfAnotherBot_IsReadWhateverItIsMadeOf()
    {
        var data = DiscordFixture.Read<Interaction>("interaction-message-menu").Data!;
        var message = data.Resolved!.Messages![data.TargetId!.Value];

        Assert.Equal("1234567890123", message.Nonce);
        Assert.Equal("holiday.jpg", message.Attachments![0].Filename);
        Assert.Equal(17, (int)message.Components![0].Type);
    }

    [Fact]
    public void Interaction_OfNobody_SaysSo()
    {
        var interaction = JsonSerializer.Deserialize("""{"id":"1","application_id":"2","type":1,"token":"t"}""", DiscordJson.Default.Interaction)!;

        Assert.Throws<JsonException>(() => interaction.User);
    }

    [Theory]
    [InlineData("\"1270000000000000001\"", 1270000000000000001)]
    [InlineData("1270000000000000001", 1270000000000000001)]
    [InlineData("\"0\"", 0)]
    public void Snowflake_AsTextOrNumber_IsRead(string json, ulong value) =>
        Assert.Equal(new Snowflake(value), JsonSerializer.Deserialize($$"""{"id":{{json}},"type":0}""", DiscordJson.Default.Channel)!.Id);

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"-1\"")]
    [InlineData("\"12x\"")]
    [InlineData("\"18446744073709551616\"")]
    [InlineData("1.5")]
    [InlineData("null")]
    [InlineData("{}")]
    public void Snowflake_ThatIsNone_IsRefused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize($$"""{"id":{{json}},"type":0}""", DiscordJson.Default.Channel));

    [Fact]
    public void Snowflake_TellsWhenItWasMade()
    {
        // The example of https://docs.discord.com/developers/reference#snowflakes.
        Assert.Equal(new DateTimeOffset(2016, 4, 30, 11, 18, 25, 796, TimeSpan.Zero), new Snowflake(175928847299117063).CreatedAt);
        Assert.Equal(new Snowflake(175928847299117063).CreatedAt, Snowflake.At(new DateTimeOffset(2016, 4, 30, 11, 18, 25, 796, TimeSpan.Zero), 5).CreatedAt);
    }

    [Fact]
    public void Permissions_WithUnknownBits_KeepThem()
    {
        var role = JsonSerializer.Deserialize("""{"id":"1","name":"r","permissions":"9223372036854775808"}""", DiscordJson.Default.Role)!;

        Assert.Contains("\"9223372036854775808\"", JsonSerializer.Serialize(role, DiscordJson.Default.Role));
    }

    [Fact]
    public void Presence_WithoutIdleTime_SaysNull() =>
        Assert.Contains("\"since\":null", JsonSerializer.Serialize(new PresenceUpdate { Activities = [], Status = "online" }, DiscordJson.Default.PresenceUpdate));
}
