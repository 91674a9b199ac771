using System.Security.Cryptography;

namespace VqganBot.CommandLine.Imagine;

internal static class SeedSource
{
    /// <summary>A seed nobody chose, short enough to be told to a friend.</summary>
    public static ulong Draw() => (ulong)RandomNumberGenerator.GetInt32(1, int.MaxValue);
}
