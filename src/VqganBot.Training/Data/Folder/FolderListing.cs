using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace VqganBot.Training.Data.Folder;

/// <summary>The picture files of a folder and all folders in it, by their names relative to it, in ordinal order.</summary>
internal sealed record FolderListing(string Root, IReadOnlyList<string> Names)
{
    private const int DeepestFolder = 16;
    private const int MostFiles = 10_000_000;
    private static readonly string[] Endings = [".png", ".jpg", ".jpeg", ".webp", ".gif"];

    public static FolderListing Of(string folder)
    {
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"There is no folder '{folder}' to take pictures from.");
        var root = Path.GetFullPath(folder);
        // The depth ends a circle of links as well.
        var options = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = DeepestFolder, IgnoreInaccessible = true };
        var names = Directory.EnumerateFiles(root, "*", options)
            .Where(path => Endings.Contains(Path.GetExtension(path).ToLowerInvariant()))
            .Select(path => Path.GetRelativePath(root, path).Replace('\\', '/'))
            .Take(MostFiles)
            .Order(StringComparer.Ordinal)
            .ToArray();
        return names.Length > 0
            ? new FolderListing(root, names)
            : throw new InvalidDataException($"The folder '{folder}' holds no pictures: no file in it ends in {string.Join(", ", Endings)}.");
    }

    public string PathOf(string name) => Path.Combine(Root, name);

    /// <summary>Changes with the files, their sizes, their times, and the resolution they are prepared for.</summary>
    public byte[] Fingerprint(int side)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{side}\n")));
        foreach (var name in Names)
        {
            var file = new FileInfo(PathOf(name));
            // A file that vanished meanwhile is found out when it is decoded.
            var about = file.Exists ? string.Create(CultureInfo.InvariantCulture, $"{file.Length} {file.LastWriteTimeUtc.Ticks}") : "gone";
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\n{about}\n"));
        }

        return hash.GetHashAndReset();
    }
}
