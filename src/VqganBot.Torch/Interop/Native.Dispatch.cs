using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>native/dispatch.cpp.</summary>
internal static unsafe partial class Native
{
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int shim_find(string name, string overload, nint* found);

    [LibraryImport(Library)]
    internal static partial int shim_call(nint handle, Slot* arguments, int count, Slot* results, int capacity);

    [LibraryImport(Library)]
    internal static partial void shim_free(nint memory);
}
