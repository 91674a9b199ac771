using TorchSharp;

namespace VqganBot.Generation.Packs;

/// <summary>The one place that says in which number format the networks compute, whatever their files hold.</summary>
internal static class Precision
{
    public static torch.ScalarType Of(torch.Device device)
    {
        ArgumentNullException.ThrowIfNull(device);
        return torch.ScalarType.Float32;
    }
}
