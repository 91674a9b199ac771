using VqganBot.Generation.Checkpoints;

namespace VqganBot.Tests.Checkpoints;

public sealed class HostilePickleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>
    /// Each of these runs a command when Python's pickle loads it (EXT where the code is registered); MARKER is a file that the
    /// command would make.
    /// </summary>
    public static TheoryData<string, string> Attacks => new()
    {
        { "REDUCE", "cposix\nsystem\n(Vtouch MARKER\ntR" },
        { "REDUCE of eval", "cbuiltins\neval\n(V__import__('os').system('touch MARKER')\ntR" },
        { "REDUCE of exec", "cbuiltins\nexec\n(Vopen('MARKER','w')\ntR" },
        { "INST", "(Vtouch MARKER\niposix\nsystem\n" },
        { "OBJ", "(cposix\nsystem\nVtouch MARKER\no" },
        { "NEWOBJ", "cfunctools\npartial\n(cposix\nsystem\nVtouch MARKER\nt\u0081)R" },
        { "NEWOBJ_EX", "cfunctools\npartial\n(cposix\nsystem\nVtouch MARKER\nt}\u0092)R" },
        { "STACK_GLOBAL", "\u008c\u0005posix\u008c\u0006system\u0093(Vtouch MARKER\ntR" },
        { "getattr of a method", "cbuiltins\ngetattr\n(cos\n__dict__\nVget\ntR(Vsystem\ntR(Vtouch MARKER\ntR" },
        { "BUILD", "ctypes\nSimpleNamespace\n)\u0081}V__setstate__\ncposix\nsystem\nsbVtouch MARKER\nb" },
        { "argument of a tensor", "ctorch._utils\n_rebuild_parameter\n(cposix\nsystem\n(Vtouch MARKER\ntR\u0089}tR" },
        { "function of _rebuild_from_type_v2", "ctorch._tensor\n_rebuild_from_type_v2\n(cposix\nsystem\nN(Vtouch MARKER\nt}tR" },
        { "persistent id", "(Vstorage\ncposix\nsystem\n(Vtouch MARKER\ntRV0\nVcpu\nI4\ntQ" },
        { "foreign function", "csome.library\nrun\n(Vtouch MARKER\ntR" },
        { "EXT1", "\u0082\u0001(Vtouch MARKER\ntR" },
        { "EXT2", "\u0083\u0001\u0000(Vtouch MARKER\ntR" },
        { "EXT4", "\u0084\u0001\u0000\u0000\u0000(Vtouch MARKER\ntR" },
    };

    [Theory]
    [MemberData(nameof(Attacks))]
    public void Open_PickleThatRunsACommand_RunsNothing(string name, string attack)
    {
        Assert.NotEmpty(name);
        var marker = _folder.Path("ran");
        var harmless = MadePickle.Text("w") + MadePickle.Tensor("I0\n", "(I4\nt", "(I1\nt", "FloatStorage", "I4\n") + "s";
        var pickle = MadePickle.Bytes("}Vattack\n" + attack.Replace("MARKER", marker, StringComparison.Ordinal) + "s" + harmless + ".");
        foreach (var path in (string[])[_folder.WriteTorchZip(pickle), _folder.WriteTorchStream(pickle)])
        {
            var fault = Record.Exception(() =>
            {
                using var checkpoint = Checkpoint.Open(path);
                // What is foreign stays an inert value beside the weights, which can be read all the same.
                Assert.Equal(["w"], checkpoint.Tensors.Keys);
                Assert.Equal(16, checkpoint.Tensors["w"].ByteCount);
            });
            Assert.True(fault is null or CheckpointException, fault?.ToString());
            Assert.False(File.Exists(marker));
        }
    }

    [Fact]
    public void Open_PickleOfSomethingElseThatRunsACommand_SaysSo()
    {
        var path = _folder.Write("model.ckpt", MadePickle.Bytes("\u0080\u0002cposix\nsystem\n(Vtouch x\ntR."));
        Assert.Contains("'posix.system'", Assert.Throws<CheckpointException>(() => Checkpoint.Open(path)).Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, byte[]> Broken => new()
    {
        { "no STOP", MadePickle.Bytes("}") },
        { "empty stack", MadePickle.Bytes(".") },
        { "unknown operation", MadePickle.Bytes("}\u00ff.") },
        { "out-of-band buffer", MadePickle.Bytes("\u0097.") },
        { "protocol 6", MadePickle.Bytes("\u0080\u0006}.") },
        { "memo never kept", MadePickle.Bytes("h\u0007.") },
        { "string of 4 GiB", MadePickle.Bytes("X\u00ff\u00ff\u00ff\u00ff.") },
        { "string of 2^63 bytes", MadePickle.Bytes("\u008d\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u007f.") },
        { "integer of 2^31 bytes", MadePickle.Bytes("\u008b\u00ff\u00ff\u00ff\u007f.") },
        { "frame longer than the file", MadePickle.Bytes("\u0095\u00ff\u00ff\u0000\u0000\u0000\u0000\u0000\u0000}.") },
        { "tuple from nothing", MadePickle.Bytes("\u0087.") },
        { "append to a number", MadePickle.Bytes("I1\nI2\na.") },
        { "key without value", MadePickle.Bytes("}(I1\nu.") },
        { "a million marks", MadePickle.Bytes(new string('(', 1_000_000) + ".") },
        { "endless operations", MadePickle.Bytes(string.Concat(Enumerable.Repeat("N0", 2_500_000)) + ".") },
        { "doubling dictionaries", MadePickle.Bytes("ccollections\nOrderedDict\np0\n0}I1\nI2\nsp1\n0" + string.Concat(Enumerable.Repeat("g0\n(g1\ng1\ntRp1\n0", 100)) + "g1\n.") },
        { "module that contains itself", MadePickle.Bytes("c__torch__.m\nM\n)\u0081p0\n}Vself\ng0\nsb.") },
        { "module tree without end", MadePickle.Bytes("c__torch__\nM\np9\n)\u0081}b0" + "g9\n)\u0081p0\n}b0" + string.Concat(Enumerable.Repeat("g9\n)\u0081}Va\ng0\nsVb\ng0\nsbp0\n0", 60)) + "g0\n.") },
        { "negative size", MadePickle.OneTensor(size: "(I-4\nt") },
        { "huge size", MadePickle.OneTensor(size: "(L4611686018427387904L\nL4611686018427387904L\nt", stride: "(I1\nI1\nt") },
        { "size beyond the storage", MadePickle.OneTensor(size: "(I5\nt") },
        { "offset beyond the storage", MadePickle.OneTensor(offset: "I1\n") },
        { "stride beyond the storage", MadePickle.OneTensor(size: "(I2\nt", stride: "(I4\nt") },
        { "negative stride", MadePickle.OneTensor(stride: "(I-1\nt") },
        { "one element a billion times", MadePickle.OneTensor(size: "(I1000000000\nt", stride: "(I0\nt") },
        { "65 dimensions", MadePickle.OneTensor(size: "(" + string.Concat(Enumerable.Repeat("I1\n", 65)) + "t", stride: "(" + string.Concat(Enumerable.Repeat("I1\n", 65)) + "t") },
        { "more elements than the storage has", MadePickle.OneTensor(elements: "I400\n") },
        { "negative storage", MadePickle.OneTensor(elements: "I-4\n") },
        { "storage of elements beyond 64 bits", MadePickle.OneTensor(elements: "L99999999999999999999L\n") },
        { "complex", MadePickle.OneTensor(type: "ComplexFloatStorage") },
        { "storage class that is none", MadePickle.OneTensor(type: "Nonsense") },
        { "no tensors", MadePickle.Bytes("}.") },
        { "a list", MadePickle.Bytes("].") },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Open_BrokenOrGreedyPickle_IsRefusedInOneSentence(string name, byte[] pickle)
    {
        Assert.NotEmpty(name);
        foreach (var path in (string[])[_folder.WriteTorchZip(pickle), _folder.WriteTorchStream(pickle)])
        {
            var fault = Assert.Throws<CheckpointException>(() => Checkpoint.Open(path));
            Assert.Contains(path, fault.Message, StringComparison.Ordinal);
            Assert.EndsWith(".", fault.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', fault.Message);
        }
    }

    [Fact]
    public void Open_TensorWithWrongSize_NamesTheKey()
    {
        var fault = Assert.Throws<CheckpointException>(() => Checkpoint.Open(_folder.WriteTorchZip(MadePickle.OneTensor(size: "(I5\nt"))));
        Assert.Equal("w", fault.Key);
        Assert.Contains("[5]", fault.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
