using System.Runtime.CompilerServices;

namespace VqganBot.Generation.Tests.Verification;

/// <summary>Finds golden data: our own beside the sources, the original code's in the folder shared with this repository.</summary>
internal static class Golden
{
    /// <summary>The folders that make_golden.py wrote, and one of the original code's.</summary>
    public static string Committed(string name) => Path.Combine(Here(), "Fixtures", "golden", name);

    /// <summary>A folder under ../shared, which is no part of the repository; a worktree elsewhere names it by VQGANBOT_SHARED.</summary>
    public static string Shared(string name)
    {
        string? named = Environment.GetEnvironmentVariable("VQGANBOT_SHARED");
        List<string> roots = named is null ? [] : [named];
        for (DirectoryInfo? at = new(Here()); at is not null; at = at.Parent)
            roots.Add(Path.Combine(at.FullName, "shared"));
        string? found = roots.Select(root => Path.Combine(root, name)).FirstOrDefault(path => Directory.Exists(path) || File.Exists(path));
        if (found is null)
            Assert.Skip($"There is no ../shared/{name} beside this repository (nor under the folder VQGANBOT_SHARED names).");
        return found;
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
