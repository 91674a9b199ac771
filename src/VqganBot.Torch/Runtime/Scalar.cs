using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>A number that takes part in a tensor's arithmetic: whole, real or a truth value.</summary>
public sealed class Scalar : IDisposable
{
    private Scalar(SlotTag tag, long bits, torch.ScalarType type)
    {
        Tag = tag;
        Bits = bits;
        Type = type;
    }

    /// <value>The type of the number it was made from.</value>
    public torch.ScalarType Type { get; }

    internal SlotTag Tag { get; }

    internal long Bits { get; }

    internal bool IsWhole => Tag == SlotTag.Int;

    /// <value>The type of a tensor that is filled with it when none is asked for, as PyTorch has it.</value>
    internal torch.ScalarType DefaultType => Tag switch
    {
        SlotTag.Bool => torch.ScalarType.Bool,
        SlotTag.Int => torch.ScalarType.Int64,
        _ => torch.DefaultType,
    };

    internal double AsDouble => Tag == SlotTag.Double ? BitConverter.Int64BitsToDouble(Bits) : Bits;

    internal long AsLong => Tag == SlotTag.Double ? (long)BitConverter.Int64BitsToDouble(Bits) : Bits;

    public static implicit operator Scalar(byte value) => Whole(value, torch.ScalarType.Byte);

    public static implicit operator Scalar(sbyte value) => Whole(value, torch.ScalarType.Int8);

    public static implicit operator Scalar(short value) => Whole(value, torch.ScalarType.Int16);

    public static implicit operator Scalar(int value) => Whole(value, torch.ScalarType.Int32);

    public static implicit operator Scalar(long value) => Whole(value, torch.ScalarType.Int64);

    public static implicit operator Scalar(Half value) => Real((double)value, torch.ScalarType.Float16);

    public static implicit operator Scalar(float value) => Real(value, torch.ScalarType.Float32);

    public static implicit operator Scalar(double value) => Real(value, torch.ScalarType.Float64);

    public static implicit operator Scalar(bool value) => new(SlotTag.Bool, value ? 1 : 0, torch.ScalarType.Bool);

    /// <summary>Nothing to give back; TorchSharp's own holds native memory, and this keeps the sources alike.</summary>
    public void Dispose()
    {
    }

    private static Scalar Whole(long value, torch.ScalarType type) => new(SlotTag.Int, value, type);

    private static Scalar Real(double value, torch.ScalarType type) =>
        new(SlotTag.Double, BitConverter.DoubleToInt64Bits(value), type);
}
