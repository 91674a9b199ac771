using System.Security.Cryptography;
using System.Text;
using VqganBot.Generation.Packs;

namespace VqganBot.CommandLine.Imagine;

/// <summary>One sum over all files of a pack that have a say in the picture.</summary>
internal static class PackSum
{
    public static string Compute(string folder, ModelPackManifest manifest)
    {
        using var whole = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in manifest.Clip.Prepend(manifest.VqganConfig).Prepend(manifest.Vqgan).Append(manifest.Tokenizer).Concat(manifest.Prior is { } prior ? [prior] : []))
        {
            var path = Path.Combine(folder, name);
            // Loading will say which file is missing, and better.
            if (!File.Exists(path)) continue;
            using var file = File.OpenRead(path);
            whole.AppendData(Encoding.UTF8.GetBytes(name));
            whole.AppendData(SHA256.HashData(file));
        }

        return Convert.ToHexStringLower(whole.GetHashAndReset());
    }
}
