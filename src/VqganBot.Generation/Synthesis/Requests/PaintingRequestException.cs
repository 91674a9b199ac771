namespace VqganBot.Generation.Synthesis;

/// <summary>A painting was asked for that cannot be painted: a size, a number of steps or a setting out of its range.</summary>
public sealed class PaintingRequestException : Exception
{
    public PaintingRequestException(string message)
        : base(message)
    {
    }

    public PaintingRequestException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
