using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.CheckpointFiles;

/// <summary>The files that make_checkpoints.py made for the managed tests, here read into real tensors.</summary>
internal static class Fixture
{
    public static string Path(string name) => System.IO.Path.Combine(Folder(), "..", "..", "VqganBot.Tests", "Checkpoints", "Fixtures", name);

    /// <summary>For each file and key: type, shape and SHA-256, in one line.</summary>
    public static Dictionary<string, string> Expected(string list, string name)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path(list)));
        return json.RootElement.GetProperty(name).EnumerateObject().ToDictionary(
            tensor => tensor.Name,
            tensor => $"{tensor.Value.GetProperty("type")} [{string.Join(", ", tensor.Value.GetProperty("shape").EnumerateArray())}] {tensor.Value.GetProperty("sha256")}");
    }

    public static string Describe(Tensor tensor)
    {
        using Tensor contiguous = tensor.contiguous();
        var hash = contiguous.numel() == 0 ? SHA256.HashData([]) : SHA256.HashData(contiguous.bytes);
        var name = tensor.dtype switch
        {
            ScalarType.Float64 => "F64",
            ScalarType.Float32 => "F32",
            ScalarType.Float16 => "F16",
            ScalarType.BFloat16 => "BF16",
            ScalarType.Int64 => "I64",
            ScalarType.Int32 => "I32",
            ScalarType.Int16 => "I16",
            ScalarType.Int8 => "I8",
            ScalarType.Byte => "U8",
            _ => "BOOL",
        };
        return $"{name} [{string.Join(", ", tensor.shape)}] {Convert.ToHexStringLower(hash)}";
    }

    private static string Folder([CallerFilePath] string here = "") => System.IO.Path.GetDirectoryName(here)!;
}
