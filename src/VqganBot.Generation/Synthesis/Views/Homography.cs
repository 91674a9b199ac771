namespace VqganBot.Generation.Synthesis;

/// <summary>
/// A projective map from a point of a view to the point of the picture it shows, both in −1…1 with y downwards.
/// What is done to a view later stands further to the right: <c>crop * rotation * perspective</c> crops first.
/// </summary>
internal readonly record struct Homography(
    double A, double B, double C,
    double D, double E, double F,
    double G, double H, double I)
{
    public static Homography Identity { get; } = new(1, 0, 0, 0, 1, 0, 0, 0, 1);

    public static Homography Mirror { get; } = Scale(-1, 1);

    public static Homography operator *(Homography l, Homography r) => new(
        (l.A * r.A) + (l.B * r.D) + (l.C * r.G), (l.A * r.B) + (l.B * r.E) + (l.C * r.H), (l.A * r.C) + (l.B * r.F) + (l.C * r.I),
        (l.D * r.A) + (l.E * r.D) + (l.F * r.G), (l.D * r.B) + (l.E * r.E) + (l.F * r.H), (l.D * r.C) + (l.E * r.F) + (l.F * r.I),
        (l.G * r.A) + (l.H * r.D) + (l.I * r.G), (l.G * r.B) + (l.H * r.E) + (l.I * r.H), (l.G * r.C) + (l.H * r.F) + (l.I * r.I));

    public static Homography Scale(double x, double y) => new(x, 0, 0, 0, y, 0, 0, 0, 1);

    public static Homography Shift(double x, double y) => new(1, 0, x, 0, 1, y, 0, 0, 1);

    /// <summary>The picture appears turned counter-clockwise.</summary>
    public static Homography Rotation(double degrees)
    {
        (double sin, double cos) = Math.SinCos(degrees * Math.PI / 180);
        return new(cos, -sin, 0, sin, cos, 0, 0, 0, 1);
    }

    public static Homography Shear(double degrees) => new(1, Math.Tan(degrees * Math.PI / 180), 0, 0, 1, 0, 0, 0, 1);

    /// <summary>The picture's corners appear at these points of the view, beginning upper left and going clockwise.</summary>
    public static Homography Corners((double X, double Y) p0, (double X, double Y) p1, (double X, double Y) p2, (double X, double Y) p3)
    {
        // Heckbert, Fundamentals of Texture Mapping (1989), section 2.2.3: the unit square to a quadrilateral.
        (double sx, double sy) = (p0.X - p1.X + p2.X - p3.X, p0.Y - p1.Y + p2.Y - p3.Y);
        (double dx1, double dx2, double dy1, double dy2) = (p1.X - p2.X, p3.X - p2.X, p1.Y - p2.Y, p3.Y - p2.Y);
        double determinant = (dx1 * dy2) - (dx2 * dy1);
        double g = ((sx * dy2) - (dx2 * sy)) / determinant;
        double h = ((dx1 * sy) - (sx * dy1)) / determinant;
        Homography quadrilateral = new(
            p1.X - p0.X + (g * p1.X), p3.X - p0.X + (h * p3.X), p0.X,
            p1.Y - p0.Y + (g * p1.Y), p3.Y - p0.Y + (h * p3.Y), p0.Y,
            g, h, 1);
        Homography toUnitSquare = Shift(0.5, 0.5) * Scale(0.5, 0.5);
        return (quadrilateral * toUnitSquare).Inverse();
    }

    public Homography Inverse()
    {
        double determinant = (A * ((E * I) - (F * H))) - (B * ((D * I) - (F * G))) + (C * ((D * H) - (E * G)));
        return new(
            ((E * I) - (F * H)) / determinant, ((C * H) - (B * I)) / determinant, ((B * F) - (C * E)) / determinant,
            ((F * G) - (D * I)) / determinant, ((A * I) - (C * G)) / determinant, ((C * D) - (A * F)) / determinant,
            ((D * H) - (E * G)) / determinant, ((B * G) - (A * H)) / determinant, ((A * E) - (B * D)) / determinant);
    }

    public (double X, double Y) Map(double x, double y)
    {
        double w = (G * x) + (H * y) + I;
        return (((A * x) + (B * y) + C) / w, ((D * x) + (E * y) + F) / w);
    }

    public float[] Transposed() => [(float)A, (float)D, (float)G, (float)B, (float)E, (float)H, (float)C, (float)F, (float)I];
}
