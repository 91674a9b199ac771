using System.Text;

namespace TorchSharp.Interop;

/// <summary>One argument of an operator on the managed side; everything that libtorch takes converts to it.</summary>
internal readonly struct Arg
{
    private readonly object? _reference;
    private readonly long _bits;
    private readonly SlotTag _tag;

    private Arg(SlotTag tag, object? reference, long bits = 0)
    {
        _tag = reference is null && bits == 0 && IsReference(tag) ? SlotTag.None : tag;
        _reference = reference;
        _bits = bits;
    }

    /// <summary>Asks for the default which the running libtorch's schema names.</summary>
    public static Arg Default => new(SlotTag.Default, null);

    public static Arg None => default;

    /// <summary>The object that must stay alive until the call has returned.</summary>
    public object? Reference => _reference;

    /// <summary>How many 8-byte words of scratch memory the argument needs for its elements.</summary>
    public int Words => _tag switch
    {
        SlotTag.IntList => ((long[])_reference!).Length,
        SlotTag.DoubleList => ((double[])_reference!).Length,
        SlotTag.BoolList => (((bool[])_reference!).Length + 7) / 8,
        SlotTag.TensorList or SlotTag.OptionalTensorList => ((IReadOnlyList<torch.Tensor?>)_reference!).Count,
        SlotTag.String => (Encoding.UTF8.GetByteCount((string)_reference!) + 7) / 8,
        _ => 0,
    };

    public static implicit operator Arg(torch.Tensor? value) => new(SlotTag.Tensor, value);

    public static implicit operator Arg(long value) => new(SlotTag.Int, null, value);

    public static implicit operator Arg(long? value) => value is { } it ? it : None;

    public static implicit operator Arg(double value) => new(SlotTag.Double, null, BitConverter.DoubleToInt64Bits(value));

    public static implicit operator Arg(double? value) => value is { } it ? it : None;

    public static implicit operator Arg(bool value) => new(SlotTag.Bool, null, value ? 1 : 0);

    public static implicit operator Arg(bool? value) => value is { } it ? it : None;

    public static implicit operator Arg(Scalar? value) => value is null ? None : new(value.Tag, null, value.Bits);

    public static implicit operator Arg(torch.ScalarType value) => (long)value;

    public static implicit operator Arg(torch.ScalarType? value) => value is { } it ? (long)it : None;

    public static implicit operator Arg(long[]? value) => new(SlotTag.IntList, value);

    public static implicit operator Arg(double[]? value) => new(SlotTag.DoubleList, value);

    public static implicit operator Arg(bool[]? value) => new(SlotTag.BoolList, value);

    public static implicit operator Arg(torch.Tensor[] value) => new(SlotTag.TensorList, value);

    public static implicit operator Arg(List<torch.Tensor> value) => new(SlotTag.TensorList, value);

    public static implicit operator Arg(string? value) => new(SlotTag.String, value);

    public static implicit operator Arg(torch.Device? value) => new(SlotTag.Device, value);

    public static implicit operator Arg(torch.Generator? value) => new(SlotTag.Generator, value);

    /// <summary>A list in which null stands for "not indexed", as <c>index</c> takes it.</summary>
    public static Arg Optional(torch.Tensor?[] value) => new(SlotTag.OptionalTensorList, value);

    /// <summary>Writes the slot; elements go to <paramref name="scratch"/>, which is moved past them.</summary>
    public unsafe void Write(Slot* slot, ref long* scratch)
    {
        slot->Tag = _tag;
        slot->Length = 0;
        slot->Integer = _bits;
        switch (_tag)
        {
            case SlotTag.Tensor:
                slot->Pointer = ((torch.Tensor)_reference!).Handle;
                return;
            case SlotTag.Device:
                var device = (torch.Device)_reference!;
                slot->Integer = (long)device.type;
                slot->Length = device.index;
                return;
            case SlotTag.Generator:
                slot->Pointer = ((torch.Generator)_reference!).Handle;
                return;
            case SlotTag.IntList or SlotTag.DoubleList or SlotTag.BoolList or SlotTag.TensorList
                or SlotTag.OptionalTensorList or SlotTag.String:
                slot->Pointer = (nint)scratch;
                slot->Length = WriteElements(scratch);
                scratch += Words;
                return;
        }
    }

    private unsafe int WriteElements(long* scratch)
    {
        switch (_reference)
        {
            case long[] numbers:
                numbers.CopyTo(new Span<long>(scratch, numbers.Length));
                return numbers.Length;
            case double[] numbers:
                numbers.CopyTo(new Span<double>(scratch, numbers.Length));
                return numbers.Length;
            case bool[] flags:
                flags.CopyTo(new Span<bool>(scratch, flags.Length));
                return flags.Length;
            case string text:
                return Encoding.UTF8.GetBytes(text, new Span<byte>(scratch, Words * 8));
            default:
                var tensors = (IReadOnlyList<torch.Tensor?>)_reference!;
                for (var i = 0; i < tensors.Count; i++)
                    scratch[i] = tensors[i]?.Handle ?? 0;
                return tensors.Count;
        }
    }

    private static bool IsReference(SlotTag tag) =>
        tag is not (SlotTag.Int or SlotTag.Double or SlotTag.Bool or SlotTag.Default);
}
