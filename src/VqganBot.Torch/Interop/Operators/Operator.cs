using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>One operator of libtorch, found by name on its first use and called with boxed arguments.</summary>
/// <remarks>Arguments left out at the end take the defaults of the running libtorch's schema.</remarks>
internal sealed unsafe class Operator(string name, bool optional = false)
{
    private const int StackWords = 512;
    private nint _handle;
    private bool _isAbsent;

    /// <value>Name and overload as libtorch writes them: <c>aten::add.Tensor</c>.</value>
    public string Name => $"aten::{name}";

    /// <value>Whether the library does without it where libtorch has none.</value>
    public bool IsOptional => optional;

    public bool IsKnown => Find() != 0;

    /// <summary>Calls for effect: the results, such as an in-place operator's alias of its first argument, are dropped.</summary>
    public void Run(params ReadOnlySpan<Arg> arguments) => Invoke(arguments, null, 0);

    /// <summary>Calls an in-place operator, and returns the object it changed: its first argument.</summary>
    public torch.Tensor Self(params ReadOnlySpan<Arg> arguments)
    {
        Invoke(arguments, null, 0);
        return (torch.Tensor)arguments[0].Reference!;
    }

    public torch.Tensor One(params ReadOnlySpan<Arg> arguments)
    {
        Slot result;
        Invoke(arguments, &result, 1);
        return ToTensor(result);
    }

    public (torch.Tensor, torch.Tensor) Two(params ReadOnlySpan<Arg> arguments)
    {
        var results = stackalloc Slot[2];
        Invoke(arguments, results, 2);
        return (ToTensor(results[0]), ToTensor(results[1]));
    }

    public torch.Tensor[] Many(params ReadOnlySpan<Arg> arguments)
    {
        Slot result;
        Invoke(arguments, &result, 1);
        var handles = (nint*)result.Pointer;
        var tensors = new torch.Tensor[result.Length];
        for (var i = 0; i < tensors.Length; i++)
            tensors[i] = new torch.Tensor(handles[i]);
        Native.shim_free(result.Pointer);
        return tensors;
    }

    public bool Truth(params ReadOnlySpan<Arg> arguments)
    {
        Slot result;
        Invoke(arguments, &result, 1);
        return result.Integer != 0;
    }

    /// <summary>The one number an operator such as <c>item</c> returns, as it came.</summary>
    public Slot Number(params ReadOnlySpan<Arg> arguments)
    {
        Slot result;
        Invoke(arguments, &result, 1);
        return result;
    }

    [SkipLocalsInit]
    private void Invoke(ReadOnlySpan<Arg> arguments, Slot* results, int capacity)
    {
        var handle = _handle != 0 ? _handle : Resolve();
        var words = 0;
        foreach (ref readonly var argument in arguments)
            words += argument.Words;
        var slots = stackalloc Slot[arguments.Length];
        var onHeap = words > StackWords;
        var memory = stackalloc long[onHeap ? 1 : words + 1];
        if (onHeap)
            memory = (long*)NativeMemory.Alloc((nuint)words, sizeof(long));
        try
        {
            var scratch = memory;
            for (var i = 0; i < arguments.Length; i++)
                arguments[i].Write(slots + i, ref scratch);
            Native.Check(Native.shim_call(handle, slots, arguments.Length, results, capacity));
        }
        finally
        {
            if (onHeap)
                NativeMemory.Free(memory);
        }
        foreach (ref readonly var argument in arguments)
            GC.KeepAlive(argument.Reference);
    }

    private static torch.Tensor ToTensor(in Slot slot) =>
        slot.Tag == SlotTag.Tensor
            ? new torch.Tensor(slot.Pointer)
            : throw new TorchException($"libtorch returned {slot.Tag} where a tensor was expected.");

    private nint Find()
    {
        if (_handle != 0 || _isAbsent)
            return _handle;
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var (plain, overload) = dot < 0 ? (name, "") : (name[..dot], name[(dot + 1)..]);
        nint found;
        Native.Check(Native.shim_find($"aten::{plain}", overload, &found));
        _isAbsent = found == 0;
        return _handle = found;
    }

    private nint Resolve() =>
        Find() is not 0 and var found
            ? found
            : throw new TorchException(
                $"This libtorch ({TorchRuntime.LoadedVersion}) has no operator {Name}. Versions 1.13 to 2.11 are expected to have it.");
}
