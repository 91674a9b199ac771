using System.Numerics;
using VqganBot.Imaging;

namespace VqganBot.Generation.Synthesis;

/// <summary>How a picture moves from one frame of a film to the next, about its centre; what comes into view is mirrored from its edges.</summary>
/// <param name="Zoom">Above 1 the picture comes nearer. <value>1 by default.</value></param>
/// <param name="Degrees">It turns counter-clockwise. <value>0 by default.</value></param>
/// <param name="ShiftX">Pixels to the right. <value>0 by default.</value></param>
/// <param name="ShiftY">Pixels downwards. <value>0 by default.</value></param>
public sealed record FrameMove(double Zoom = 1, double Degrees = 0, double ShiftX = 0, double ShiftY = 0)
{
    private const double LeastZoom = 0.5;
    private const double MostZoom = 2;
    private const double MostDegrees = 180;
    private const double MostShift = 8192;

    public static FrameMove Still { get; } = new();

    /// <exception cref="PaintingRequestException">A number is out of its range.</exception>
    public void Check()
    {
        if (!(Zoom is >= LeastZoom and <= MostZoom))
            throw Refused("zoom", Zoom, LeastZoom, MostZoom);
        if (!(Math.Abs(Degrees) <= MostDegrees))
            throw Refused("rotation in degrees", Degrees, -MostDegrees, MostDegrees);
        if (!(Math.Abs(ShiftX) <= MostShift && Math.Abs(ShiftY) <= MostShift))
            throw Refused("shift in pixels", Math.Abs(ShiftX) <= MostShift ? ShiftY : ShiftX, -MostShift, MostShift);
    }

    public Rgb24Image Apply(Rgb24Image picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        Vector2 centre = new(picture.Width / 2f, picture.Height / 2f);
        // y points downwards, so a positive angle of the matrix would turn clockwise.
        Matrix3x2 there = Matrix3x2.CreateTranslation(-centre)
            * Matrix3x2.CreateRotation((float)(-Degrees * Math.PI / 180))
            * Matrix3x2.CreateScale((float)Zoom)
            * Matrix3x2.CreateTranslation(centre + new Vector2((float)ShiftX, (float)ShiftY));
        Matrix3x2.Invert(there, out Matrix3x2 back);
        return ImageWarper.Bicubic(picture, back);
    }

    private static PaintingRequestException Refused(string name, double value, double least, double most) =>
        new(FormattableString.Invariant($"The {name} of a frame must lie between {least} and {most}, not at {value}."));
}
