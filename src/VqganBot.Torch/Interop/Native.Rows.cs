using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>native/rows.cpp.</summary>
internal static unsafe partial class Native
{
    [LibraryImport(Library)]
    internal static partial int shim_rows_times_matrices(
        float* rows, float* matrices, long count, long inner, long outer, long matrixStride, long lineStride, float* products);
}
