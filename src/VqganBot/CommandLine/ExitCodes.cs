namespace VqganBot.CommandLine;

internal static class ExitCodes
{
    public const int Done = 0;

    public const int Failed = 1;

    public const int Usage = 2;

    /// <summary>128 + SIGINT, as shells report a program that Ctrl-C ended.</summary>
    public const int Interrupted = 130;
}
