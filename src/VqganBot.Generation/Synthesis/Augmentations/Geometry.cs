namespace VqganBot.Generation.Synthesis;

/// <summary>Flip, affine map and perspective, in this order, as one homography.</summary>
internal static class Geometry
{
    public const int NumbersPerView = 15;

    /// <param name="u">Uniform numbers in [0, 1): three decisions, then where each parameter lies in its range.</param>
    public static Homography Draw(AugmentationSettings settings, ReadOnlySpan<float> u)
    {
        Homography map = Homography.Identity;
        if (u[0] < settings.FlipProbability)
            map *= Homography.Mirror;
        if (u[1] < settings.AffineProbability)
            map *= Affine(settings, u[3..7]);
        if (u[2] < settings.PerspectiveProbability)
            map *= Perspective(settings.PerspectiveScale, u[7..15]);
        return map;
    }

    private static Homography Affine(AugmentationSettings settings, ReadOnlySpan<float> u) =>
        Homography.Shear(Either(u[0]) * settings.ShearDegrees)
        * Homography.Rotation(Either(u[1]) * settings.RotationDegrees)
        * Homography.Shift(2 * Either(u[2]) * settings.Translation, 2 * Either(u[3]) * settings.Translation); // a side is 2 long

    // Each corner moves inward along each axis by up to the scale times half the side (kornia).
    private static Homography Perspective(double scale, ReadOnlySpan<float> u) => Homography.Corners(
        (-1 + (scale * u[0]), -1 + (scale * u[1])),
        (1 - (scale * u[2]), -1 + (scale * u[3])),
        (1 - (scale * u[4]), 1 - (scale * u[5])),
        (-1 + (scale * u[6]), 1 - (scale * u[7])));

    private static double Either(float u) => (2 * u) - 1;
}
