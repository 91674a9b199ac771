using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>native/tensor.cpp.</summary>
internal static unsafe partial class Native
{
    [LibraryImport(Library)]
    internal static partial void shim_tensor_release(nint handle);

    [LibraryImport(Library)]
    internal static partial int shim_tensor_from_memory(
        nint data, long* sizes, int count, int dtype, delegate* unmanaged[Cdecl]<nint, void> release, nint context, nint* tensor);

    [LibraryImport(Library)]
    internal static partial int shim_tensor_share(nint handle, nint* shared);

    [LibraryImport(Library)]
    internal static partial int shim_tensor_data(nint handle, nint* data);

    [LibraryImport(Library)]
    internal static partial int shim_tensor_sizes(nint handle, long* sizes, int capacity, int* count);

    [LibraryImport(Library)]
    internal static partial int shim_tensor_strides(nint handle, long* strides, int capacity, int* count);

    [LibraryImport(Library), SuppressGCTransition]
    internal static partial int shim_tensor_dim(nint handle);

    [LibraryImport(Library), SuppressGCTransition]
    internal static partial long shim_tensor_numel(nint handle);

    [LibraryImport(Library), SuppressGCTransition]
    internal static partial int shim_tensor_dtype(nint handle);

    [LibraryImport(Library), SuppressGCTransition]
    internal static partial long shim_tensor_element_size(nint handle);

    [LibraryImport(Library), SuppressGCTransition]
    internal static partial void shim_tensor_device(nint handle, int* type, int* index);

    [LibraryImport(Library), SuppressGCTransition]
    internal static partial int shim_tensor_is_contiguous(nint handle);
}
