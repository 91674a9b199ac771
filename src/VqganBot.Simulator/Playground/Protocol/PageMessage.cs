using System.Text.Json;
using System.Text.Json.Serialization;
using VqganBot.Discord.Wire;

namespace VqganBot.Simulator.Playground.Protocol;

/// <summary>What the page sends; which fields count is a matter of <see cref="Op"/>.</summary>
internal sealed record PageMessage
{
    [JsonPropertyName("op")]
    public required string Op { get; init; }

    /// <value>Of a message that waits for a <see cref="PageResult"/> of the same number.</value>
    [JsonPropertyName("id")]
    public int Id { get; init; }

    [JsonPropertyName("user")]
    public Snowflake? User { get; init; }

    [JsonPropertyName("locale")]
    public string? Locale { get; init; }

    [JsonPropertyName("channel")]
    public Snowflake? Channel { get; init; }

    [JsonPropertyName("message")]
    public Snowflake? Message { get; init; }

    /// <value>The interaction that opened the dialogue.</value>
    [JsonPropertyName("modal")]
    public Snowflake? Modal { get; init; }

    [JsonPropertyName("content")]
    public string? Content { get; init; }

    [JsonPropertyName("uploads")]
    public IReadOnlyList<string>? Uploads { get; init; }

    /// <value>With its subcommands: <c>limits set</c>.</value>
    [JsonPropertyName("command")]
    public string? Command { get; init; }

    /// <value>By name; a file is <c>{"upload": id}</c>.</value>
    [JsonPropertyName("options")]
    public IReadOnlyDictionary<string, JsonElement>? Options { get; init; }

    [JsonPropertyName("focused")]
    public string? Focused { get; init; }

    /// <value>Whether to send what a client would not offer.</value>
    [JsonPropertyName("force")]
    public bool Force { get; init; }

    [JsonPropertyName("custom_id")]
    public string? CustomId { get; init; }

    [JsonPropertyName("values")]
    public IReadOnlyList<string>? Values { get; init; }

    /// <value>Of a dialogue, by <c>custom_id</c>.</value>
    [JsonPropertyName("inputs")]
    public IReadOnlyDictionary<string, string>? Inputs { get; init; }

    /// <value>Of a fault.</value>
    [JsonPropertyName("kind")]
    public string? Kind { get; init; }

    /// <value>How far to move the clock.</value>
    [JsonPropertyName("seconds")]
    public int Seconds { get; init; }

    /// <value>The last request of the bot the page knows of.</value>
    [JsonPropertyName("since")]
    public int Since { get; init; }
}
