namespace VqganBot.Generation.Checkpoints.Pickling;

/// <summary>
/// Bounds on what a pickle may make us do. A checkpoint of Stable Diffusion's size with its optimiser needs about
/// 300,000 operations and 2 MB of pickle; the bounds leave room for ten times that and keep memory under about half a gigabyte.
/// </summary>
internal static class PickleLimits
{
    public const long Bytes = 64L << 20;
    public const int Operations = 4_000_000;
    public const int OpenMarks = 1_000;
    public const int StringBytes = 16 << 20;
    public const int LineBytes = 1 << 20;
    public const int IntegerBytes = 256;
    public const int DecimalDigits = 600;
}
