using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using VqganBot.Generation.Checkpoints;

namespace VqganBot.Tests.Checkpoints;

/// <summary>Finds the test files beside the sources, and compares a checkpoint with the digests that PyTorch made.</summary>
internal static class Fixture
{
    public static string Path(string name) => System.IO.Path.Combine(Folder(), "Fixtures", name);

    /// <summary>A file of the golden data beside the repository (or under VQGANBOT_SHARED); the test is skipped where there is none.</summary>
    public static string Golden(string name)
    {
        var named = Environment.GetEnvironmentVariable("VQGANBOT_SHARED");
        List<string> roots = named is null ? [] : [named];
        for (DirectoryInfo? folder = new(Folder()); folder is not null; folder = folder.Parent)
            roots.Add(System.IO.Path.Combine(folder.FullName, "shared"));
        var found = roots.Select(root => System.IO.Path.Combine(root, "golden", name)).FirstOrDefault(File.Exists);
        if (found is null)
            Assert.Skip($"There is no ../shared/golden/{name} beside this repository (nor under the folder VQGANBOT_SHARED names).");
        return found;
    }

    public static Dictionary<string, Dictionary<string, ExpectedTensor>> Expected(string name) =>
        JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, ExpectedTensor>>>(File.ReadAllText(Path(name)), JsonSerializerOptions.Web)!;

    public static void AssertEqual(Dictionary<string, ExpectedTensor> expected, Checkpoint checkpoint)
    {
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), checkpoint.Tensors.Keys.Order(StringComparer.Ordinal));
        foreach (var (key, tensor) in expected)
            Assert.Equal(tensor.ToString(), Digest(checkpoint, key).ToString());
    }

    public static ExpectedTensor Digest(Checkpoint checkpoint, string key)
    {
        var info = checkpoint.Tensors[key];
        var bytes = new byte[info.ByteCount];
        checkpoint.CopyTo(key, bytes);
        return new ExpectedTensor(TensorTypes.NameOf(info.Type), info.Shape, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    private static string Folder([CallerFilePath] string here = "") => System.IO.Path.GetDirectoryName(here)!;
}
