using TorchSharp.Interop;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class TorchRuntime
{
    /// <summary>Keeps a parameter's values in another type and order from now on; whoever holds the parameter goes on holding it.</summary>
    public static void Store(Parameter parameter, torch.ScalarType type, torch.memory_format format)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        using var scope = torch.NewDisposeScope();
        using var mode = torch.no_grad();
        Aten.set_data.Run(parameter, parameter.to(type).contiguous(format));
    }
}
