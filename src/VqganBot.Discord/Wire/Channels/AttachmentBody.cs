using System.Text.Json.Serialization;

namespace VqganBot.Discord.Wire;

/// <summary>A file of a message that is sent: a new one by the number of its part, or an old one by its id to keep it.</summary>
public sealed record AttachmentBody
{
    /// <value><c>n</c> of <c>files[n]</c>, or the snowflake of an attachment the message has.</value>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    [JsonPropertyName("filename")]
    public string? Filename { get; init; }

    /// <value>Alt text, at most 1024 characters.</value>
    [JsonPropertyName("description")]
    public string? Description { get; init; }

    [JsonPropertyName("is_spoiler")]
    public bool? IsSpoiler { get; init; }
}
