using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using VqganBot.Generation.Checkpoints;

namespace VqganBot.Tests.Checkpoints;

public sealed class HostileFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16]}", 16)] // JSON cut off
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16]}} x", 16)]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16]}}", 15)] // data cut off
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16]}}", 17)] // bytes nobody owns
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[4,20]}}", 20)] // hole
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[16,0]}}", 16)]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16]},\"b\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16]}}", 16)]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16]},\"a\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[16,16]}}", 16)]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16]}}", 16)]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[5],\"data_offsets\":[0,16]}}", 16)]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[-4],\"data_offsets\":[0,16]}}", 16)]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[4.5],\"data_offsets\":[0,16]}}", 16)]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[4611686018427387904,4611686018427387904],\"data_offsets\":[0,16]}}", 16)]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[99999999999999999999],\"data_offsets\":[0,16]}}", 16)]
    [InlineData("{\"a\":{\"dtype\":\"C64\",\"shape\":[2],\"data_offsets\":[0,16]}}", 16)]
    [InlineData("{\"a\":{\"dtype\":\"F8_E4M3\",\"shape\":[16],\"data_offsets\":[0,16]}}", 16)]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"data_offsets\":[0,16]}}", 16)]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16,16]}}", 16)]
    [InlineData("{\"a\":[[[[[[[[[[[[1]]]]]]]]]]]]}", 0)]
    [InlineData("{\"__metadata__\":{\"a\":1}}", 0)]
    [InlineData("{\"__metadata__\":{\"a\":\"\\ud800\"}}", 0)]
    public void Open_BrokenSafetensors_IsRefused(string header, int dataLength)
    {
        var path = _folder.WriteSafetensors(header, dataLength);
        var fault = Assert.Throws<CheckpointException>(() => Checkpoint.Open(path));
        Assert.Contains(path, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_SafetensorsHeaderOfAllMemory_IsRefused()
    {
        var bytes = new byte[64];
        bytes[8] = (byte)'{';
        foreach (var length in (ulong[])[100_000_000, 100_000_001, long.MaxValue, ulong.MaxValue])
        {
            BinaryPrimitives.WriteUInt64LittleEndian(bytes, length);
            Assert.Throws<CheckpointException>(() => Checkpoint.Open(_folder.Write("x", bytes)));
        }
    }

    [Theory]
    [InlineData("../evil")]
    [InlineData("/etc/passwd")]
    [InlineData("made/../data.pkl")]
    [InlineData("made//data.pkl")]
    [InlineData("C:/data.pkl")]
    [InlineData("made\\data.pkl")]
    [InlineData("made/version")]
    public void Open_ZipEntryWithATrickInItsName_IsRefused(string name)
    {
        var path = _folder.WriteTorchZip(MadePickle.OneTensor());
        using (var archive = ZipFile.Open(path, ZipArchiveMode.Update))
            archive.CreateEntry(name, CompressionLevel.NoCompression);
        Assert.Throws<CheckpointException>(() => Checkpoint.Open(path));
    }

    [Fact]
    public void Open_TwoPickles_IsRefused()
    {
        var path = _folder.WriteTorchZip(MadePickle.OneTensor());
        using (var archive = ZipFile.Open(path, ZipArchiveMode.Update))
            archive.CreateEntry("other/data.pkl", CompressionLevel.NoCompression);
        Assert.Contains("2 entries", Assert.Throws<CheckpointException>(() => Checkpoint.Open(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_OverlappingZipEntries_IsRefused()
    {
        var bytes = File.ReadAllBytes(_folder.WriteTorchZip(MadePickle.OneTensor()));
        // The directory's second entry gets the place of the first.
        var first = bytes.AsSpan().IndexOf("PK\u0001\u0002"u8);
        var second = first + 4 + bytes.AsSpan(first + 4).IndexOf("PK\u0001\u0002"u8);
        bytes.AsSpan(first + 42, 4).CopyTo(bytes.AsSpan(second + 42));
        Assert.Throws<CheckpointException>(() => Checkpoint.Open(_folder.Write("overlap.pt", bytes)));
    }

    [Fact]
    public void Open_EntryOnTopOfAnother_IsRefused()
    {
        var bytes = File.ReadAllBytes(_folder.WriteTorchZip(MadePickle.OneTensor()));
        // The first entry claims to reach into the second one.
        var first = bytes.AsSpan().IndexOf("PK\u0001\u0002"u8);
        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(first + 20)) + 40;
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(first + 20), length);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(first + 24), length);
        var fault = Assert.Throws<CheckpointException>(() => Checkpoint.Open(_folder.Write("overlap.pt", bytes)));
        Assert.Contains("on top of", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_RepackedArchive_ReadsTheSame()
    {
        using var stored = Checkpoint.Open(_folder.WriteTorchZip(MadePickle.OneTensor()));
        var expected = Fixture.Digest(stored, "w").ToString();
        File.Delete(stored.File);
        using var deflated = Checkpoint.Open(_folder.WriteTorchZip(MadePickle.OneTensor(), CompressionLevel.SmallestSize));
        Assert.Equal(expected, Fixture.Digest(deflated, "w").ToString());
    }

    [Fact]
    public void Open_CompressedEntryThatClaimsTooMuch_IsRefused()
    {
        var bytes = File.ReadAllBytes(_folder.WriteTorchZip(MadePickle.OneTensor(), CompressionLevel.SmallestSize));
        var first = bytes.AsSpan().IndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(first + 24), int.MaxValue);
        Assert.Throws<CheckpointException>(() => Checkpoint.Open(_folder.Write("bomb.pt", bytes)));
    }

    [Theory]
    [InlineData("version https://git-lfs.github.com/spec/v1\noid sha256:00\n", "Git LFS")]
    [InlineData("<!DOCTYPE html><html></html>", "web page")]
    [InlineData("chicken surf", "no format")]
    [InlineData("PK", "cut off")]
    [InlineData("L1L\n.", "not one that torch.save wrote")]
    public void Open_SomethingElse_SaysWhatItIs(string text, string expected)
    {
        var path = _folder.Write("x.ckpt", Encoding.UTF8.GetBytes(text));
        var fault = Assert.Throws<CheckpointException>(() => Checkpoint.Open(path));
        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_NothingThere_SaysSo()
    {
        Assert.Contains("no such file", Assert.Throws<CheckpointException>(() => Checkpoint.Open(_folder.Path("none.pt"))).Message, StringComparison.Ordinal);
        Assert.Contains("folder", Assert.Throws<CheckpointException>(() => Checkpoint.Open(_folder.Root)).Message, StringComparison.Ordinal);
        Assert.Contains("empty", Assert.Throws<CheckpointException>(() => Checkpoint.Open(_folder.Write("empty.pt", []))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("refused.complex.pt", "z", "ComplexFloatStorage")]
    [InlineData("refused.quantised.pt", "q", "_rebuild_qtensor")]
    [InlineData("refused.sparse.pt", "s", "_rebuild_sparse_tensor")]
    [InlineData("refused.list.pt", null, "list")]
    public void Open_TensorsOfAnotherKind_AreRefusedByName(string name, string? key, string expected)
    {
        var fault = Assert.Throws<CheckpointException>(() => Checkpoint.Open(Fixture.Path(name)));
        Assert.Equal(key, fault.Key);
        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_FileCutOffAnywhere_IsRefusedOrWhole()
    {
        foreach (var name in (string[])["kinds.zip.pt", "kinds.stream.pt", "kinds.safetensors", "script.pt"])
        {
            var bytes = File.ReadAllBytes(Fixture.Path(name));
            for (var length = 0; length < bytes.Length; length += 37)
                Assert.Throws<CheckpointException>(() => Checkpoint.Open(_folder.Write("cut", bytes.AsSpan(0, length))));
        }
    }

    public void Dispose() => _folder.Dispose();
}
