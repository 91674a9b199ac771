using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>native/runtime.cpp.</summary>
internal static unsafe partial class Native
{
    [LibraryImport(Library)]
    internal static partial int shim_manual_seed(ulong seed);

    [LibraryImport(Library)]
    internal static partial int shim_generator_new(ulong seed, int deviceType, int deviceIndex, nint* generator);

    [LibraryImport(Library)]
    internal static partial int shim_generator_default(nint* generator);

    [LibraryImport(Library)]
    internal static partial void shim_generator_release(nint generator);

    [LibraryImport(Library)]
    internal static partial int shim_generator_set_seed(nint generator, ulong seed);

    [LibraryImport(Library)]
    internal static partial int shim_generator_seed(nint generator, int fresh, ulong* seed);

    [LibraryImport(Library)]
    internal static partial int shim_generator_get_state(nint generator, nint* state);

    [LibraryImport(Library)]
    internal static partial int shim_generator_set_state(nint generator, nint state);

    [LibraryImport(Library)]
    internal static partial int shim_threads();

    [LibraryImport(Library)]
    internal static partial int shim_set_threads(int count);

    [LibraryImport(Library)]
    internal static partial int shim_set_openblas_threads(int count);

    [LibraryImport(Library)]
    internal static partial int shim_set_autocast(int deviceType, int enabled, int dtype);

    [LibraryImport(Library)]
    internal static partial int shim_float32_flag(int flag);

    [LibraryImport(Library)]
    internal static partial int shim_set_float32_flag(int flag, int value);

    [LibraryImport(Library)]
    internal static partial void shim_trim();

    [LibraryImport(Library)]
    internal static partial nint shim_built_version();

    [LibraryImport(Library)]
    internal static partial nint shim_configuration();
}
