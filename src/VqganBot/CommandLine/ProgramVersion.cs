using System.Reflection;

namespace VqganBot.CommandLine;

internal static class ProgramVersion
{
    /// <summary>The version without the commit, so that the same version writes the same files.</summary>
    public static string Text { get; } =
        (typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0").Split('+')[0];
}
