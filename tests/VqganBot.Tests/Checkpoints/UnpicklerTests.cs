using System.Numerics;
using VqganBot.Generation.Checkpoints;
using VqganBot.Generation.Checkpoints.Pickling;

namespace VqganBot.Tests.Checkpoints;

public sealed class UnpicklerTests
{
    public static TheoryData<string, object?> Values => new()
    {
        { "N.", null },
        { "\u0088.", true },
        { "\u0089.", false },
        { "I01\n.", true },
        { "I-12\n.", -12L },
        { "K\u00ff.", 255L },
        { "M\u0001\u0002.", 513L },
        { "J\u00fe\u00ff\u00ff\u00ff.", -2L },
        { "\u008a\u0000.", 0L },
        { "\u008a\u0001\u0080.", -128L },
        { "\u008b\u0002\u0000\u0000\u0000\u0000\u0001.", 256L },
        { "L18446744073709551616L\n.", BigInteger.Pow(2, 64) },
        { "F2.5\n.", 2.5 },
        { "G\u003f\u00f8\u0000\u0000\u0000\u0000\u0000\u0000.", 1.5 },
        { "S'it\\'s\\x41\\n'\n.", "it'sA\n" },
        { "Va\\u00e9\\U0001F414\n.", "aé🐔" },
        { "X\u0002\u0000\u0000\u0000\u00c3\u00a9.", "é" },
        { "\u008c\u0001x.", "x" },
        { "\u008d\u0001\u0000\u0000\u0000\u0000\u0000\u0000\u0000x.", "x" },
        { "U\u0001x.", "x" },
        { "T\u0001\u0000\u0000\u0000x.", "x" },
        { "I1\nI2\n0.", 1L },
        { "I1\n(I2\nI3\n1.", 1L },
        { "I7\n2\u0086.", null },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Load_Value_IsThatOfPython(string pickle, object? expected)
    {
        var value = Load(MadePickle.Bytes(pickle));
        if (value is PickleTuple tuple)
            Assert.Equal([7L, 7L], tuple.Items);
        else
            Assert.Equal(expected, value);
    }

    [Fact]
    public void Load_Containers_KeepTheirOrderAndSharing()
    {
        var dictionary = Assert.IsType<PickleDictionary>(Load(MadePickle.Bytes("(Va\n(I1\nI2\nlp5\nVb\ng5\nVc\n(I3\ntd.")));
        Assert.True(dictionary.TryGet("a", out var first));
        Assert.True(dictionary.TryGet("b", out var second));
        Assert.Same(first, second);
        Assert.Equal([1L, 2L], Assert.IsType<PickleList>(first).Items);
        Assert.True(dictionary.TryGet("c", out var tuple));
        Assert.Equal([3L], Assert.IsType<PickleTuple>(tuple).Items);
    }

    [Fact]
    public void Load_ForeignClassAsKey_StaysAName()
    {
        var dictionary = Assert.IsType<PickleDictionary>(Load(MadePickle.Bytes("}clightning\nModelCheckpoint\nI1\ns.")));
        Assert.Equal(new PickleGlobal("lightning", "ModelCheckpoint"), Assert.Single(dictionary.Items).Key);
    }

    [Fact]
    public void Load_RandomOperations_GivesValueOrCheckpointException()
    {
        const string Operations = "(.01FGIJKLMNPQRSTUVXabcdeghijlopqrstu}])2BC\u0080\u0081\u0082\u0083\u0084\u0085\u0086\u0087\u0088\u0089\u008a\u008b\u008c\u008d\u008e\u008f\u0090\u0091\u0092\u0093\u0094\u0095\u0096";
        var random = new Random(8);
        for (var round = 0; round < 20_000; round++)
        {
            var pickle = new byte[random.Next(1, 60)];
            for (var index = 0; index < pickle.Length; index++)
                pickle[index] = random.Next(4) == 0 ? (byte)random.Next(12) : (byte)Operations[random.Next(Operations.Length)];
            var fault = Record.Exception(() => Load(pickle));
            Assert.True(fault is null or CheckpointException, fault?.ToString());
        }
    }

    private static object? Load(byte[] pickle) => new Unpickler(new PickleInput(new MemoryRegion(pickle), 0, "pickle")).Load();
}
