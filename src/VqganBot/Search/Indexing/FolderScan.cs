using System.IO.Enumeration;

namespace VqganBot.Search.Indexing;

/// <summary>The pictures in a folder and those below it, by the endings of their names.</summary>
internal static class FolderScan
{
    private static readonly string[] Endings = [".png", ".jpg", ".jpeg", ".webp", ".gif"];

    /// <summary>In the order of their names. Links are not followed, so nothing comes from elsewhere; what is hidden stays so.</summary>
    public static IReadOnlyList<FoundFile> Find(string folder)
    {
        var root = Path.GetFullPath(folder);
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            IgnoreInaccessible = true,
            AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden | FileAttributes.System,
        };
        var files = new FileSystemEnumerable<FoundFile>(root, (ref FileSystemEntry entry) => Describe(root, ref entry), options)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory && IsPicture(entry.FileName),
        };
        return [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    private static FoundFile Describe(string root, ref FileSystemEntry entry) => new(
        Path.GetRelativePath(root, entry.ToFullPath()).Replace(Path.DirectorySeparatorChar, '/'),
        entry.Length,
        entry.LastWriteTimeUtc.UtcTicks);

    private static bool IsPicture(ReadOnlySpan<char> name)
    {
        foreach (var ending in Endings)
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
