using VqganBot.Generation.Synthesis;
using VqganBot.Imaging;

namespace VqganBot.Jobs;

/// <summary>What went wrong with a painting, in words for its requester where there are any.</summary>
internal static class PaintingFault
{
    public static Exception Explained(Exception exception) => Reason(exception) is { } reason ? new GenerationException(reason, exception) : exception;

    // The messages that are written for people and hold no path.
    private static string? Reason(Exception exception) => exception switch
    {
        PromptException or SynthesisException => exception.Message,
        PaintingRequestException when !exception.Message.Contains(Path.DirectorySeparatorChar) => exception.Message,
        ImageCodecException => $"The start image cannot be used: {exception.Message}",
        IOException => "The bot's disk could not be written to. Please tell whoever runs it.",
        _ => null,
    };
}
