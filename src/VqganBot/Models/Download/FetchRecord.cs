using System.Text.Json;

namespace VqganBot.Models.Download;

/// <summary>The lock beside an installed file: what was fetched, from where, and whether a published sum confirmed it.</summary>
internal sealed record FetchRecord(string Name, string Mirror, long Bytes, string Sha256, bool IsVerified, DateTimeOffset FetchedAt)
{
    /// <value>For a converted file the SHA-256 of what was fetched.</value>
    public string? ConvertedFrom { get; init; }

    public static string PathFor(string file) => file + ".lock.json";

    public static FetchRecord? Read(string file)
    {
        try
        {
            string path = PathFor(file);
            return File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllBytes(path), DownloadJson.Default.FetchRecord) : null;
        }
        catch (JsonException)
        {
            return null; // damaged: the file counts as not fetched
        }
    }

    public void Write(string file)
    {
        string path = PathFor(file);
        File.WriteAllBytes(path + ".part", JsonSerializer.SerializeToUtf8Bytes(this, DownloadJson.Default.FetchRecord));
        File.Move(path + ".part", path, overwrite: true);
    }
}
