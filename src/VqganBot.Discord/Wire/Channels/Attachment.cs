using System.Text.Json.Serialization;

namespace VqganBot.Discord.Wire;

/// <summary>A file of a message, or of an option of type ATTACHMENT.</summary>
public sealed record Attachment
{
    [JsonPropertyName("id")]
    public required Snowflake Id { get; init; }

    [JsonPropertyName("filename")]
    public required string Filename { get; init; }

    /// <value>Bytes.</value>
    [JsonPropertyName("size")]
    public long Size { get; init; }

    [JsonPropertyName("url")]
    public required string Url { get; init; }

    [JsonPropertyName("proxy_url")]
    public string? ProxyUrl { get; init; }

    [JsonPropertyName("content_type")]
    public string? ContentType { get; init; }

    /// <value>Alt text, at most 1024 characters.</value>
    [JsonPropertyName("description")]
    public string? Description { get; init; }

    [JsonPropertyName("width")]
    public int? Width { get; init; }

    [JsonPropertyName("height")]
    public int? Height { get; init; }

    [JsonPropertyName("ephemeral")]
    public bool? Ephemeral { get; init; }
}
