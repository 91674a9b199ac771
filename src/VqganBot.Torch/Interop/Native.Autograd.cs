using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>native/autograd.cpp.</summary>
internal static unsafe partial class Native
{
    [LibraryImport(Library)]
    internal static partial int shim_requires_grad(nint handle);

    [LibraryImport(Library)]
    internal static partial int shim_set_requires_grad(nint handle, int value);

    [LibraryImport(Library)]
    internal static partial int shim_is_leaf(nint handle);

    [LibraryImport(Library)]
    internal static partial int shim_grad(nint handle, nint* grad);

    [LibraryImport(Library)]
    internal static partial int shim_set_grad(nint handle, nint grad);

    [LibraryImport(Library)]
    internal static partial int shim_retain_grad(nint handle);

    [LibraryImport(Library)]
    internal static partial int shim_backward(nint* outputs, int outputCount, nint* gradients, int gradientCount,
        nint* inputs, int inputCount, int retainGraph, int createGraph);

    [LibraryImport(Library)]
    internal static partial int shim_autograd_grad(nint* outputs, int outputCount, nint* inputs, int inputCount,
        nint* gradients, int gradientCount, int retainGraph, int createGraph, int allowUnused, nint* results);

    [LibraryImport(Library)]
    internal static partial int shim_grad_mode();

    [LibraryImport(Library)]
    internal static partial void shim_set_grad_mode(int enabled);

    [LibraryImport(Library)]
    internal static partial int shim_inference_mode();

    [LibraryImport(Library)]
    internal static partial nint shim_inference_enter(int enabled);

    [LibraryImport(Library)]
    internal static partial void shim_inference_leave(nint guard);
}
