using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>What libtorch refused to do, in its own words.</summary>
public sealed class TorchException : ExternalException
{
    internal TorchException(string message, int status = 1) : base(message) => Status = status;

    /// <value>How the shim classed it: 1 libtorch's own error, 2 out of memory, 3 another C++ exception, 4 unknown.</value>
    public int Status { get; }
}
