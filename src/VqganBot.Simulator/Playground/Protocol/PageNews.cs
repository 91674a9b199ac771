using System.Text.Json;
using System.Text.Json.Serialization;
using VqganBot.Discord.Wire;

namespace VqganBot.Simulator.Playground.Protocol;

/// <summary>What the page is told without having asked.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "op")]
[JsonDerivedType(typeof(PageWorld), "world")]
[JsonDerivedType(typeof(PageResult), "result")]
[JsonDerivedType(typeof(MessagePut), "message")]
[JsonDerivedType(typeof(MessageGone), "gone")]
[JsonDerivedType(typeof(CommandsOffered), "commands")]
[JsonDerivedType(typeof(BotShown), "bot")]
[JsonDerivedType(typeof(ClockMoved), "clock")]
internal abstract record PageNews
{
    /// <summary>A message as it is now, new or changed.</summary>
    public sealed record MessagePut([property: JsonPropertyName("message")] JsonElement Message) : PageNews;

    public sealed record MessageGone(
        [property: JsonPropertyName("channel")] Snowflake Channel, [property: JsonPropertyName("message")] Snowflake Message) : PageNews;

    /// <param name="Locked">Those a client would not offer to this user here.</param>
    public sealed record CommandsOffered(
        [property: JsonPropertyName("commands")] IReadOnlyList<ApplicationCommand> Commands, [property: JsonPropertyName("locked")] IReadOnlyList<Snowflake> Locked) : PageNews;

    public sealed record BotShown([property: JsonPropertyName("bot")] PageBot Bot) : PageNews;

    public sealed record ClockMoved([property: JsonPropertyName("now")] DateTimeOffset Now) : PageNews;
}
