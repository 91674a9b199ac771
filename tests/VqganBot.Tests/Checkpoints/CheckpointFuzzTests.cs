using VqganBot.Generation.Checkpoints;

namespace VqganBot.Tests.Checkpoints;

public sealed class CheckpointFuzzTests : IDisposable
{
    private const int Mutants = 600;

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("kinds.zip.pt", 1)]
    [InlineData("kinds.zip.protocol4.pt", 2)]
    [InlineData("kinds.stream.pt", 3)]
    [InlineData("training.stream.pt", 4)]
    [InlineData("kinds.safetensors", 5)]
    [InlineData("script.pt", 6)]
    [InlineData("training.zip.pt", 7)]
    public void Open_ThousandsOfDamagedFiles_GivesTensorsOrCheckpointException(string name, int seed)
    {
        var original = File.ReadAllBytes(Fixture.Path(name));
        var random = new Random(seed);
        var refused = 0;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var mutant = 0; mutant < Mutants; mutant++)
        {
            var path = _folder.Write("mutant", Mutate(original, random));
            var fault = Record.Exception(() => ReadAll(path));
            Assert.True(fault is null or CheckpointException, $"Mutant {mutant} of {name}: {fault}");
            refused += fault is null ? 0 : 1;
        }

        Assert.InRange(refused, Mutants / 20, Mutants - 1);
        // A file of a few KB must not cost more than a few MB each.
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / Mutants, 0, 4 << 20);
    }

    private static void ReadAll(string path)
    {
        using var checkpoint = Checkpoint.Open(path);
        foreach (var key in checkpoint.Tensors.Keys)
            Fixture.Digest(checkpoint, key);
        Assert.NotNull(CheckpointInspector.Inspect(checkpoint).Description);
    }

    private static byte[] Mutate(byte[] original, Random random)
    {
        var bytes = original.ToList();
        // Most of these files is numbers; the structure that can be damaged lies at the beginning and the end.
        var near = random.Next(3) switch { 0 => 0, 1 => Math.Max(0, bytes.Count - 2500), _ => random.Next(bytes.Count) };
        for (var change = random.Next(1, 5); change > 0; change--)
        {
            var at = Math.Min(bytes.Count - 1, near + random.Next(2500));
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    for (var index = at; index < Math.Min(at + 8, bytes.Count); index++)
                        bytes[index] = random.Next(2) == 0 ? (byte)0xff : (byte)0x7f;
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 60), bytes.Count - at)));
                    break;
                case 4:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 9), bytes.Count - at - 1));
                    break;
                default:
                    var from = random.Next(bytes.Count);
                    for (var index = 0; index < 16 && at + index < bytes.Count && from + index < bytes.Count; index++)
                        bytes[at + index] = bytes[from + index];
                    break;
            }
        }

        return [.. bytes];
    }

    public void Dispose() => _folder.Dispose();
}
