using VqganBot.CommandLine.Errors;

namespace VqganBot.CommandLine.Bench;

/// <summary>How to start this very program once more.</summary>
internal static class OwnProgram
{
    public static (string File, string[] FirstArguments) Find()
    {
        var assembly = typeof(OwnProgram).Assembly.Location;
        // Published as one file, the process is the program; else either its host or "dotnet VqganBot.dll" runs.
        if (assembly.Length == 0)
            return (Environment.ProcessPath ?? throw new UserErrorException("The bench starts this program once more, but its own path is unknown here."), []);
        var dotnet = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
        return (dotnet, [assembly]);
    }
}
