using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp.Interop;
using TorchSharp.Modules;

namespace TorchSharp;

public static unsafe partial class TorchRuntime
{
    /// <summary>
    /// Until it is disposed, layers made on this thread come without first values: they hold what the memory held. For networks
    /// that are loaded right away, whose first values would cost more time than the loading.
    /// </summary>
    public static IDisposable SkipInitialization() => new SkippedInitialization();

    /// <summary>Lets a parameter on the CPU use memory of another's, of its own type and shape, in place of its own.</summary>
    /// <param name="owner">Held for as long as anything uses the memory.</param>
    /// <param name="address">Where the first element lies; the rest follow in row-major order.</param>
    /// <returns>False where the binding cannot do it; then nothing was changed.</returns>
    public static bool Adopt(Parameter parameter, SafeHandle owner, nint address)
    {
        var held = false;
        owner.DangerousAddRef(ref held);
        var context = GCHandle.ToIntPtr(GCHandle.Alloc(owner));
        nint view;
        var sizes = parameter.shape;
        int status;
        fixed (long* first = sizes)
            status = Native.shim_tensor_from_memory(address, first, sizes.Length, (int)parameter.dtype, &Released, context, &view);
        if (status != 0)
            LetGo(context);
        Native.Check(status);
        using var adopted = new torch.Tensor(view);
        Aten.set_data.Run(parameter, adopted);
        return true;
    }

    // Called by whichever thread lets go of the last tensor over the memory.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Released(nint context) => LetGo(context);

    private static void LetGo(nint context)
    {
        var handle = GCHandle.FromIntPtr(context);
        ((SafeHandle)handle.Target!).DangerousRelease();
        handle.Free();
    }
}
