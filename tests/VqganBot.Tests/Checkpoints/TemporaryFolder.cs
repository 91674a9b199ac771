using System.IO.Compression;
using System.Text;

namespace VqganBot.Tests.Checkpoints;

/// <summary>A folder for files made up by a test; it is removed at its end.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("vqganbot-checkpoints-").FullName;

    public string Path(string name) => System.IO.Path.Combine(Root, name);

    public string Write(string name, ReadOnlySpan<byte> bytes)
    {
        File.WriteAllBytes(Path(name), bytes);
        return Path(name);
    }

    /// <summary>A safetensors file with this header, which may be nonsense, and this much data.</summary>
    public string WriteSafetensors(string header, int dataLength)
    {
        var json = Encoding.UTF8.GetBytes(header);
        return Write("made.safetensors", [.. BitConverter.GetBytes((long)json.Length), .. json, .. new byte[dataLength]]);
    }

    /// <summary>An archive as torch.save writes it, except that its pickle is ours.</summary>
    public string WriteTorchZip(byte[] pickle, CompressionLevel compression = CompressionLevel.NoCompression, int storageLength = 16)
    {
        using (var archive = new ZipArchive(File.Create(Path("made.pt")), ZipArchiveMode.Create))
        {
            foreach (var (name, bytes) in ((string, byte[])[])[("made/data.pkl", pickle), ("made/data/0", Counting(storageLength)), ("made/version", "3\n"u8.ToArray())])
            {
                using var entry = archive.CreateEntry(name, compression).Open();
                entry.Write(bytes);
            }
        }

        return Path("made.pt");
    }

    /// <summary>A stream as torch.save wrote it before 1.6, except that its object is ours.</summary>
    public string WriteTorchStream(byte[] pickle) => Write(
        "made.ckpt",
        [
            .. Convert.FromHexString("80028a0a6cfc9c46f9206aa850192e"), .. Convert.FromHexString("80024de9032e"), .. "\u0080"u8[1..], .. "\u0002}."u8,
            .. pickle, .. "]X\u0001\0\0\00a."u8, .. BitConverter.GetBytes(4L), .. Counting(16),
        ]);

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static byte[] Counting(int length) => [.. Enumerable.Range(0, length).Select(value => (byte)value)];
}
