using VqganBot.Discord.Rest;
using VqganBot.Discord.Wire;
using VqganBot.Tests.Discord.Rest;

namespace VqganBot.Tests.Discord.OpenApi;

/// <summary>What the client makes of full bodies, held against Discord's own description.</summary>
public sealed class ClientBodiesTests
{
    private static readonly FileUpload[] Files = [new("grid.png", "image/png", new byte[] { 1 }, "Four chickens"), new("film.mp4", "video/mp4", new byte[] { 2 })];

    private static readonly MessageBody Full = new()
    {
        Content = "hi",
        Embeds =
        [
            new Embed
            {
                Title = "t", Description = "d", Url = "https://example.org/a", Color = 0xff8800, Footer = new EmbedFooter { Text = "f" },
                Image = new EmbedImage { Url = "attachment://grid.png" }, Fields = [new EmbedField { Name = "n", Value = "v", Inline = true }],
            },
        ],
        AllowedMentions = AllowedMentions.None with { Users = [new Snowflake(3)], RepliedUser = false },
        Components =
        [
            Component.Row(Component.Button("stop:1:0", "Stop", ButtonStyle.Danger), Component.Button("keep:1:0", "Keep", emoji: "📌", disabled: true)),
            Component.Row(new Component { Type = ComponentType.StringSelect, CustomId = "upscale:1:0", Placeholder = "Upscale", MinValues = 1, MaxValues = 1, Options = [new SelectOption { Label = "×2", Value = "2", Description = "d", Default = true }] }),
        ],
        Flags = MessageFlags.SuppressNotifications,
    };

    private static readonly ApplicationCommand Command = new()
    {
        Type = ApplicationCommandType.ChatInput,
        Name = "imagine",
        NameLocalizations = new Dictionary<string, string> { ["de"] = "male" },
        Description = "Paints a picture",
        DescriptionLocalizations = new Dictionary<string, string> { ["de"] = "Malt ein Bild" },
        DefaultMemberPermissions = Permissions.ManageGuild,
        Contexts = [InteractionContextType.Guild, InteractionContextType.BotDm],
        IntegrationTypes = [0, 1],
        Nsfw = false,
        Options =
        [
            new ApplicationCommandOption { Type = ApplicationCommandOptionType.String, Name = "prompt", Description = "What", IsRequired = true, MinLength = 1, MaxLength = 1000 },
            new ApplicationCommandOption { Type = ApplicationCommandOptionType.String, Name = "style", Description = "How", Autocomplete = true },
            new ApplicationCommandOption { Type = ApplicationCommandOptionType.Integer, Name = "steps", Description = "How long", MinValue = 1, MaxValue = 2000 },
            new ApplicationCommandOption { Type = ApplicationCommandOptionType.Number, Name = "strength", Description = "How much", MinValue = 0.05, MaxValue = 1 },
            new ApplicationCommandOption { Type = ApplicationCommandOptionType.String, Name = "size", Description = "How large", Choices = [ApplicationCommandChoice.Of("Small", "256x256")] },
            new ApplicationCommandOption { Type = ApplicationCommandOptionType.Channel, Name = "channel", Description = "Where", ChannelTypes = [ChannelType.GuildText] },
        ],
    };

    private static readonly InteractionResponse Modal = new()
    {
        Type = InteractionCallbackType.Modal,
        Data = new InteractionCallbackData
        {
            CustomId = "remix:1:0",
            Title = "Remix",
            Components = [Component.Labelled("Prompt", Component.TextInput("prompt", TextInputStyle.Paragraph, "chicken surf", "What to paint", 1000), "Edit it")],
        },
    };

    private static readonly InteractionResponse Suggestions = new()
    {
        Type = InteractionCallbackType.ApplicationCommandAutocompleteResult,
        Data = new InteractionCallbackData { Choices = [ApplicationCommandChoice.Of("Watercolour", "watercolour")] },
    };

    [Fact]
    public async Task Bodies_OfEveryKind_AreAsDiscordDescribesThem()
    {
        var judge = OpenApiJudge.Load();
        await using var harness = await RestHarness.StartAsync((context, call) => context.Json(200, call.Target.Contains("/commands") ? "[]" : Answers.Message));
        var (client, token, cancellation) = (harness.Client, RestHarness.InteractionToken, RestHarness.Cancellation);

        await client.PutCommandsAsync(RestHarness.AppId, null, [Command, new ApplicationCommand { Type = ApplicationCommandType.Message, Name = "Make variations" }], cancellation);
        await harness.DeferAsync();
        await client.RespondAsync(new Snowflake(55), token, Modal, null, cancellation);
        await client.RespondAsync(new Snowflake(55), token, Suggestions, null, cancellation);
        await client.RespondAsync(new Snowflake(55), token, new InteractionResponse { Type = InteractionCallbackType.ChannelMessageWithSource, Data = InteractionCallbackData.Of(Full) }, Files, cancellation);
        await client.EditOriginalAsync(RestHarness.AppId, token, Full with { Attachments = [new AttachmentBody { Id = "1100000000000000001" }] }, Files, cancellation);
        await client.CreateFollowupAsync(RestHarness.AppId, token, Full with { Flags = MessageFlags.Ephemeral }, Files, cancellation);
        await client.EditMessageAsync(RestHarness.ChannelId, RestHarness.MessageId, Full, Files, cancellation);
        await harness.CreateMessageAsync(Full with { Nonce = "job-1", EnforceNonce = true, MessageReference = new MessageReference { MessageId = new Snowflake(4), FailIfNotExists = false } }, Files);

        Assert.Equal(9, harness.Peer.Calls.Count);
        Assert.Empty(harness.Peer.Calls.SelectMany(call => judge.Check(new HttpMethod(call.Method), call.Target, call.Headers.GetValueOrDefault("Content-Type", ""), call.Body)));
    }
}
