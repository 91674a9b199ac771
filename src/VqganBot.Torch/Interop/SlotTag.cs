namespace TorchSharp.Interop;

/// <summary>What a slot holds; the numbers are those of <c>Tag</c> in native/shim.h.</summary>
internal enum SlotTag
{
    None = 0,
    Default = 1,
    Tensor = 2,
    Int = 3,
    Double = 4,
    Bool = 5,
    IntList = 6,
    DoubleList = 7,
    BoolList = 8,
    TensorList = 9,
    OptionalTensorList = 10,
    String = 11,
    Device = 12,
    Generator = 13,
}
