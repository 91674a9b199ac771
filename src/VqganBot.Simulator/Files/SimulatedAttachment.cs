using VqganBot.Discord.Wire;

namespace VqganBot.Simulator.Files;

/// <summary>A file on the file server.</summary>
/// <param name="Folder">The id in its address: that of its channel, or of the application for what a user put into an option.</param>
/// <param name="Size">What Discord says it has, in bytes.</param>
internal sealed record SimulatedAttachment(
    Snowflake Id,
    Snowflake Folder,
    string Filename,
    string ContentType,
    ReadOnlyMemory<byte> Bytes,
    long Size,
    string? Description,
    bool IsEphemeral)
{
    /// <value>Pixels; null where it is no picture.</value>
    public (int Width, int Height)? Dimensions { get; } = PictureSize.Of(Bytes.Span);
}
