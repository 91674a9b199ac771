using TorchSharp;

namespace VqganBot.Generation.Checkpoints;

/// <summary>The element types that a checkpoint may hold, under the names of PyTorch and of safetensors.</summary>
internal static class TensorTypes
{
    /// <summary>libtorch allows 64 dimensions; no network here has more than five.</summary>
    public const int MostDimensions = 64;

    private static readonly (torch.ScalarType Type, int Size, string Safetensors, string Storage)[] Table =
    [
        (torch.ScalarType.Float64, 8, "F64", "DoubleStorage"),
        (torch.ScalarType.Float32, 4, "F32", "FloatStorage"),
        (torch.ScalarType.Float16, 2, "F16", "HalfStorage"),
        (torch.ScalarType.BFloat16, 2, "BF16", "BFloat16Storage"),
        (torch.ScalarType.Int64, 8, "I64", "LongStorage"),
        (torch.ScalarType.Int32, 4, "I32", "IntStorage"),
        (torch.ScalarType.Int16, 2, "I16", "ShortStorage"),
        (torch.ScalarType.Int8, 1, "I8", "CharStorage"),
        (torch.ScalarType.Byte, 1, "U8", "ByteStorage"),
        (torch.ScalarType.Bool, 1, "BOOL", "BoolStorage"),
    ];

    // Types that are refused by name, but whose size a reader of the old stream must know to step over them.
    private static readonly (int Size, string Storage)[] Refused =
    [
        (16, "ComplexDoubleStorage"), (8, "ComplexFloatStorage"), (1, "QInt8Storage"), (1, "QUInt8Storage"), (4, "QInt32Storage"),
        (1, "QUInt4x2Storage"), (1, "QUInt2x4Storage"), (1, "UntypedStorage"), (1, "_UntypedStorage"),
    ];

    public static string Accepted { get; } = string.Join(", ", Table.Select(row => row.Safetensors));

    public static bool IsKnown(torch.ScalarType type) => Array.Exists(Table, row => row.Type == type);

    public static int SizeOf(torch.ScalarType type) => Find(type).Size;

    public static string NameOf(torch.ScalarType type) => Find(type).Safetensors;

    public static torch.ScalarType? FromSafetensors(string name) =>
        Array.Find(Table, row => row.Safetensors == name) is { Size: > 0 } row ? row.Type : null;

    public static torch.ScalarType? FromStorage(string className) =>
        Array.Find(Table, row => row.Storage == className) is { Size: > 0 } row ? row.Type : null;

    /// <summary>The element size of a PyTorch storage class, of the refused ones too; null for a class that is no storage.</summary>
    public static int? StorageElementSize(string className)
    {
        if (FromStorage(className) is { } type)
            return SizeOf(type);
        return Array.Find(Refused, row => row.Storage == className) is { Size: > 0 } refused ? refused.Size : null;
    }

    private static (torch.ScalarType Type, int Size, string Safetensors, string Storage) Find(torch.ScalarType type)
    {
        var row = Array.Find(Table, candidate => candidate.Type == type);
        return row.Size > 0 ? row : throw new NotSupportedException($"Tensors of type {type} are not stored; accepted are {Accepted}.");
    }
}
