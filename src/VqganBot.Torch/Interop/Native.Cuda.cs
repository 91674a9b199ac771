using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>native/cuda.cpp.</summary>
internal static unsafe partial class Native
{
    [LibraryImport(Library)]
    internal static partial int shim_cuda_count();

    [LibraryImport(Library)]
    internal static partial long shim_cudnn_version();

    [LibraryImport(Library)]
    internal static partial int shim_cuda_properties(int index, byte* name, int capacity, int* major, int* minor);

    [LibraryImport(Library)]
    internal static partial int shim_cuda_free_memory(int index, long* freeBytes, long* totalBytes);

    [LibraryImport(Library)]
    internal static partial int shim_cuda_used_memory(int index, long* allocated, long* peak, long* reserved);

    [LibraryImport(Library)]
    internal static partial int shim_cuda_reset_peak(int index);

    [LibraryImport(Library)]
    internal static partial int shim_cuda_empty_cache();

    [LibraryImport(Library)]
    internal static partial int shim_cuda_synchronize();

    [LibraryImport(Library)]
    internal static partial int shim_cuda_stream_new(int index, nint* stream);

    [LibraryImport(Library)]
    internal static partial int shim_cuda_stream_synchronize(nint stream);

    [LibraryImport(Library)]
    internal static partial int shim_cuda_stream_enter(nint stream, nint* guard);

    [LibraryImport(Library)]
    internal static partial void shim_cuda_stream_leave(nint guard);

    [LibraryImport(Library)]
    internal static partial void shim_cuda_stream_release(nint stream);

    [LibraryImport(Library)]
    internal static partial int shim_cuda_event_new(nint* made);

    [LibraryImport(Library)]
    internal static partial int shim_cuda_event_record(nint marker);

    [LibraryImport(Library)]
    internal static partial int shim_cuda_event_block(nint marker);

    [LibraryImport(Library)]
    internal static partial int shim_cuda_event_synchronize(nint marker);

    [LibraryImport(Library)]
    internal static partial void shim_cuda_event_release(nint marker);

    [LibraryImport(Library)]
    internal static partial int shim_cuda_graph_new(nint* graph);

    [LibraryImport(Library)]
    internal static partial int shim_cuda_graph_capture_begin(nint graph);

    [LibraryImport(Library)]
    internal static partial int shim_cuda_graph_capture_end(nint graph);

    [LibraryImport(Library)]
    internal static partial int shim_cuda_graph_replay(nint graph);

    [LibraryImport(Library)]
    internal static partial int shim_cuda_graph_reset(nint graph);

    [LibraryImport(Library)]
    internal static partial void shim_cuda_graph_release(nint graph);
}
