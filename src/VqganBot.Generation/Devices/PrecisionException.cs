namespace VqganBot.Generation.Devices;

/// <summary>A number format was asked for that the device does not compute in.</summary>
public sealed class PrecisionException : Exception
{
    internal PrecisionException(PrecisionChoice choice, DeviceFacts device) : base(
        $"{device.Name} cannot compute in {Name(choice)}; it can in {string.Join(", ", Possible(device).Select(Name))}.")
    {
    }

    private static IEnumerable<PrecisionChoice> Possible(DeviceFacts device)
    {
        if (device.CanNarrow && device.HasBFloat16)
            yield return PrecisionChoice.Bfloat16;
        if (device.CanNarrow && device.HasFloat16)
            yield return PrecisionChoice.Float16;
        yield return PrecisionChoice.Float32;
    }

    private static string Name(PrecisionChoice choice) => choice.ToString().ToLowerInvariant();
}
