using System.Runtime.InteropServices;
using TorchSharp.Modules;

namespace TorchSharp;

/// <summary>Stands in for our binding's class of this name when the package is compiled against, which knows none of it: plain behaviour.</summary>
public static class TorchRuntime
{
    /// <summary>The package's layers always draw their first values.</summary>
    public static IDisposable? SkipInitialization() => null;

    /// <summary>The package's tensors always have memory of their own.</summary>
    public static bool Adopt(Parameter parameter, SafeHandle owner, nint address) => false;

    public static void TrimMemory()
    {
    }

    public static torch.Tensor RowsTimesMatrices(torch.Tensor rows, torch.Tensor matrices) => torch.matmul(rows, matrices);
}
