using System.Text.Json;
using System.Text.Json.Nodes;
using VqganBot.Discord.Wire;

namespace VqganBot.Tests.Bot.Imagine;

/// <summary>Interactions as Discord sends them.</summary>
internal static class Interactions
{
    public const ulong Ada = 101;
    public const ulong Basho = 102;
    public const string AllRights = "274878024704";

    private static ulong _id = 1_200_000_000_000_000_000;

    /// <summary>A slash command; options are given as their JSON: <c>("steps", 4, "30")</c>.</summary>
    public static Interaction Command(string name, params IReadOnlyList<(string Name, int Type, string Json)> options) =>
        Make(2, new JsonObject { ["name"] = name, ["type"] = 1, ["options"] = Options(options) });

    public static Interaction Imagine(string prompt = "chicken surf", params IReadOnlyList<(string Name, int Type, string Json)> options) =>
        Command("imagine", [("prompt", 3, JsonSerializer.Serialize(prompt)), .. options]);

    public static Interaction Typing(string name, string option, string typed, int type = 3, string locale = "en-US") => Make(
        4,
        new JsonObject { ["name"] = name, ["type"] = 1, ["options"] = new JsonArray(new JsonObject { ["name"] = option, ["type"] = type, ["value"] = typed, ["focused"] = true }) },
        locale: locale);

    public static Interaction Button(string customId, ulong user = Ada) => Make(3, new JsonObject { ["custom_id"] = customId, ["component_type"] = 2 }, user);

    public static Interaction Modal(string customId, ulong user, params IReadOnlyList<(string Field, string Text)> fields) => Make(
        5,
        new JsonObject
        {
            ["custom_id"] = customId,
            ["components"] = new JsonArray([.. fields.Select(field => new JsonObject
            {
                ["type"] = 18,
                ["component"] = new JsonObject { ["type"] = 4, ["custom_id"] = field.Field, ["value"] = field.Text },
            })]),
        },
        user);

    /// <summary>A menu of a message with these attachments.</summary>
    public static Interaction Menu(string name, Snowflake message, params IReadOnlyList<(string Url, string ContentType, long Size)> attachments) => Make(2, new JsonObject
    {
        ["name"] = name,
        ["type"] = 3,
        ["target_id"] = message.ToString(),
        ["resolved"] = new JsonObject
        {
            ["messages"] = new JsonObject
            {
                [message.ToString()] = new JsonObject
                {
                    ["id"] = message.ToString(),
                    ["channel_id"] = "6",
                    ["attachments"] = new JsonArray([.. attachments.Select((file, at) => Attachment($"{at + 1}", file))]),
                },
            },
        },
    });

    /// <summary>The same with an attachment for the option <c>image</c>.</summary>
    public static Interaction WithImage(this Interaction interaction, string url, string contentType = "image/png", long size = 100) => interaction with
    {
        Data = interaction.Data! with
        {
            Options = [.. interaction.Data.Options ?? [], new InteractionOption { Name = "image", Type = ApplicationCommandOptionType.Attachment, Value = JsonSerializer.SerializeToElement("55", DiscordJson.Default.String) }],
            Resolved = new ResolvedData
            {
                Attachments = new Dictionary<Snowflake, Attachment>
                {
                    [new Snowflake(55)] = new() { Id = new Snowflake(55), Filename = "start.png", Url = url, ContentType = contentType, Size = size },
                },
            },
        },
    };

    public static Interaction By(this Interaction interaction, ulong user) =>
        interaction with { Member = interaction.Member! with { User = new User { Id = new Snowflake(user), Username = $"user{user}" } } };

    private static JsonObject Attachment(string id, (string Url, string ContentType, long Size) file) => new()
    {
        ["id"] = id, ["filename"] = "picture.png", ["url"] = file.Url, ["content_type"] = file.ContentType, ["size"] = file.Size,
    };

    private static JsonArray Options(IReadOnlyList<(string Name, int Type, string Json)> options) =>
        new([.. options.Select(option => new JsonObject { ["name"] = option.Name, ["type"] = option.Type, ["value"] = JsonNode.Parse(option.Json) })]);

    private static Interaction Make(int type, JsonObject data, ulong user = Ada, string locale = "en-US") => new JsonObject
    {
        ["id"] = $"{Interlocked.Add(ref _id, 1000)}",
        ["application_id"] = "41",
        ["type"] = type,
        ["token"] = $"token-{_id}",
        ["version"] = 1,
        ["guild_id"] = "5",
        ["channel_id"] = "6",
        ["channel"] = new JsonObject { ["id"] = "6", ["type"] = 0 },
        ["member"] = new JsonObject { ["user"] = new JsonObject { ["id"] = $"{user}", ["username"] = $"user{user}" }, ["roles"] = new JsonArray("8"), ["permissions"] = "2048" },
        ["app_permissions"] = AllRights,
        ["authorizing_integration_owners"] = new JsonObject { ["0"] = "5" },
        ["locale"] = locale,
        ["attachment_size_limit"] = 10485760,
        ["data"] = data,
    }.Deserialize(DiscordJson.Default.Interaction)!;
}
