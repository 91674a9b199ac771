using System.Security.Cryptography;
using System.Text;
using VqganBot.Generation.Packs;
using VqganBot.Models;

namespace VqganBot.CommandLine.Imagine;

/// <summary>One sum over all files of a pack that have a say in the picture.</summary>
internal static class PackSum
{
    public static string Compute(string folder, ModelPackManifest manifest, IEnumerable<ClipFiles>? guests = null)
    {
        using var whole = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in manifest.Clip.Prepend(manifest.VqganConfig).Prepend(manifest.Vqgan).Append(manifest.Tokenizer).Concat(manifest.Prior is { } prior ? [prior] : []))
        {
            Append(whole, name, Path.Combine(folder, name));
        }

        foreach (var guest in guests ?? [])
        {
            Append(whole, Path.GetFileName(guest.Weights), guest.Weights);
            Append(whole, Path.GetFileName(guest.Tokenizer), guest.Tokenizer);
        }

        return Convert.ToHexStringLower(whole.GetHashAndReset());
    }

    private static void Append(IncrementalHash whole, string name, string path)
    {
        // Loading will say which file is missing, and better.
        if (!File.Exists(path)) return;
        using var file = File.OpenRead(path);
        whole.AppendData(Encoding.UTF8.GetBytes(name));
        whole.AppendData(SHA256.HashData(file));
    }
}
