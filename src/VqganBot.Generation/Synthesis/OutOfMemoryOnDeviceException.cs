using System.Globalization;
using System.Runtime.InteropServices;

namespace VqganBot.Generation.Synthesis;

/// <summary>The device has too little memory for a picture of this size, or for so many at once. Each painting keeps the state from before the step.</summary>
public sealed class OutOfMemoryOnDeviceException : Exception
{
    // The allocators of libtorch 1.13 to 2.x (CPU, CUDA) say it in one of these ways; they throw no type of their own over the C boundary.
    private static readonly string[] Tellings = ["out of memory", "not enough memory", "DefaultCPUAllocator", "CUBLAS_STATUS_ALLOC_FAILED"];

    /// <param name="pictures">How many were painted at once.</param>
    /// <param name="estimate">What the painting was thought to need.</param>
    internal OutOfMemoryOnDeviceException(Canvas canvas, PaintingSettings settings, string device, Exception innerException, int pictures = 1, MemoryEstimate? estimate = null)
        : base(
            $"Painting {(pictures > 1 ? $"{pictures} pictures at once, each " : "")}{canvas.Width}x{canvas.Height} with {settings.CutoutCount} cutouts, {settings.CutoutsAtOnce()} at a time, " +
            $"needs more memory than {device} has free{About(estimate?.Bytes(settings.CutoutsAtOnce(), pictures))}. " +
            (pictures > 1 ? "Paint fewer of them at once." : Advice(canvas, settings)),
            innerException)
    {
        Width = canvas.Width;
        Height = canvas.Height;
    }

    public int Width { get; }

    public int Height { get; }

    internal static bool Tells(ExternalException exception) =>
        Tellings.Any(telling => exception.Message.Contains(telling, StringComparison.OrdinalIgnoreCase));

    private static string About(long? bytes) => bytes is { } needed ? string.Create(CultureInfo.InvariantCulture, $" (about {needed / 1e9:0.0} GB by estimate)") : "";

    private static string Advice(Canvas canvas, PaintingSettings settings)
    {
        (int width, int height) = canvas.Scaled(0.7);
        string smaller = $"Try a smaller picture, such as {width}x{height}";
        return settings.CutoutsAtOnce() > 1
            ? $"{smaller}, or fewer cutouts at a time, such as {settings.CutoutsAtOnce() / 2} (the picture stays as good and takes a little longer)."
            : $"{smaller}.";
    }
}
