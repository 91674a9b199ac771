using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>One argument or result of an operator as the shim sees it: 16 bytes, <c>Slot</c> in native/shim.h.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
internal struct Slot
{
    [FieldOffset(0)] public SlotTag Tag;
    [FieldOffset(4)] public int Length;
    [FieldOffset(8)] public long Integer;
    [FieldOffset(8)] public double Number;
    [FieldOffset(8)] public nint Pointer;
}
