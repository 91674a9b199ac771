using System.Text.Json;

namespace VqganBot.Models.Download;

/// <summary>What a half-fetched file came from, kept beside it so that a later run can ask for the rest of the same.</summary>
internal sealed record PartRecord(string Mirror, string? Validator)
{
    public static PartRecord? Read(string path)
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllBytes(path), DownloadJson.Default.PartRecord) : null;
        }
        catch (JsonException)
        {
            return null; // cut off while it was written: the download begins anew
        }
    }

    public void Write(string path) => File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(this, DownloadJson.Default.PartRecord));
}
