using System.Globalization;
using System.Text;

namespace VqganBot.Training.Toybox.Drawings;

/// <summary>
/// Collects SVG elements. A drawing names shapes and colours only; how a filled shape looks in the picture's style
/// (outlined, washed, pencilled, glowing) is decided here.
/// </summary>
internal sealed class SvgCanvas(ToyStyle style, ToyRandom random)
{
    private readonly StringBuilder _svg = new();
    private double _unit = 1;

    public ToyStyle Style { get; } = style;

    public ToyRandom Random { get; } = random;

    /// <summary>Objects are drawn in a box of 100 units around their centre.</summary>
    public void Place(ToyThing thing, Action draw)
    {
        _unit = 100 / thing.Size;
        var scale = thing.Size / 100;
        var wide = scale * Random.Between(0.92, 1.08);
        var high = scale * Random.Between(0.92, 1.08);
        _svg.Append(CultureInfo.InvariantCulture, $"<g transform=\"translate({thing.X:0.##} {thing.Y:0.##}) ")
            .Append(CultureInfo.InvariantCulture, $"rotate({thing.Tilt:0.#}) scale({wide:0.####} {high:0.####}) ")
            .Append(CultureInfo.InvariantCulture, $"skewX({Random.Between(-4, 4):0.#})\">");
        draw();
        _svg.Append("</g>");
        _unit = 1;
    }

    public void Circle(double x, double y, double radius, Rgb fill) => Ellipse(x, y, radius, radius, fill);

    public void Ellipse(double x, double y, double rx, double ry, Rgb fill, double turn = 0) =>
        Shape(Oval(x, y, rx, ry, turn), fill);

    public void Box(double x, double y, double width, double height, Rgb fill, double corner = 0) =>
        Shape(Rect(x, y, width, height, corner), fill);

    public void Polygon(string points, Rgb fill) => Shape($"<polygon points=\"{points}\"", fill);

    public void Path(string path, Rgb fill) => Shape($"<path d=\"{path}\"", fill);

    /// <summary>Several circles that melt into one outlined shape, as a cloud or the crown of a tree does.</summary>
    public void Blob(Rgb fill, params ReadOnlySpan<(double X, double Y, double Radius)> circles)
    {
        var path = new StringBuilder("<path d=\"");
        foreach (var (x, y, r) in circles)
            path.Append(CultureInfo.InvariantCulture, $"M{x - r:0.#},{y:0.#}a{r:0.#},{r:0.#} 0 1 0 {2 * r:0.#},0a{r:0.#},{r:0.#} 0 1 0 {-2 * r:0.#},0Z");
        path.Append('"');
        Shape(path.ToString(), fill);
        // The inner arcs of the outline disappear under a second, bare filling.
        if (Style != ToyStyle.Watercolour)
            Bare(path.ToString(), Style switch { ToyStyle.Sketch => Rgb.White.Mix(fill, 0.6), ToyStyle.Neon => fill.Darker(0.72), _ => fill }, 1);
    }

    /// <summary>A small filled shape without outline: eyes, windows, spots.</summary>
    public void Dot(double x, double y, double radius, Rgb fill) => Speck(Oval(x, y, radius, radius, 0), fill);

    public void Patch(string path, Rgb fill) => Speck($"<path d=\"{path}\"", fill);

    public void Pane(double x, double y, double width, double height, Rgb fill) => Speck(Rect(x, y, width, height, 0), fill);

    /// <summary>A line in a colour of its own, at least a pixel wide.</summary>
    public void Line(string path, Rgb colour, double width)
    {
        var seen = Style == ToyStyle.Neon ? colour.Glowing() : colour;
        Stroke($"<path d=\"{path}\" fill=\"none\"", seen, Math.Max(width, 0.9 * _unit), 1);
    }

    /// <summary>A thick outlined line: tails, arms, handles.</summary>
    public void Tube(string path, Rgb colour, double width)
    {
        var element = $"<path d=\"{path}\" fill=\"none\"";
        if (Style != ToyStyle.Neon && Style != ToyStyle.Watercolour)
            Stroke(element, Style == ToyStyle.Sketch ? Inks.Pencil : Inks.Outline(colour), width + (2.6 * _unit), 1);
        var (seen, thick) = Style switch
        {
            ToyStyle.Neon => (colour.Glowing(), 3),
            ToyStyle.Sketch => (Rgb.White.Mix(colour, 0.6), width),
            _ => (colour, width),
        };
        Stroke(element, seen, thick, Style == ToyStyle.Watercolour ? 0.8 : 1);
    }

    /// <summary>A part of the scene: no outline, so that the objects stand out.</summary>
    public void Backdrop(string element, Rgb fill, double opacity = 1)
    {
        switch (Style)
        {
            case ToyStyle.Watercolour:
                Bare(element, fill.Lighter(0.12), 0.68 * opacity);
                Stroke(element + " fill=\"none\"", fill, 1.6, 0.18 * opacity);
                break;
            case ToyStyle.Sketch:
                Bare(element, fill, 0.42 * opacity);
                Stroke(element + " fill=\"none\"", Inks.Pencil, 0.6, 0.55 * opacity);
                break;
            case ToyStyle.Neon:
                Bare(element, fill.Darker(0.74), opacity);
                Stroke(element + " fill=\"none\"", fill.Glowing(), 0.9, 0.75 * opacity);
                break;
            default:
                Bare(element, fill, opacity);
                break;
        }
    }

    public string Finish(Rgb paper) =>
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 64\" width=\"64\" height=\"64\""
        + (Style == ToyStyle.PixelArt ? " shape-rendering=\"crispEdges\"" : "")
        + $"><rect width=\"64\" height=\"64\" fill=\"{paper}\"/>{_svg}</svg>";

    private void Shape(string element, Rgb fill)
    {
        switch (Style)
        {
            case ToyStyle.Watercolour:
                Bare(element, fill, 0.6);
                Stroke(element + " fill=\"none\"", fill.Darker(0.3), 2.6 * _unit, 0.3);
                Shifted(1.2 * _unit, () => Bare(element, fill, 0.5));
                break;
            case ToyStyle.Sketch:
                Bare(element, Rgb.White, 0.8);
                Bare(element, fill, 0.6);
                Stroke(element + " fill=\"none\"", fill.Mix(Inks.Pencil, 0.45), 0.9 * _unit, 0.95);
                Shifted(0.9 * _unit, () => Stroke(element + " fill=\"none\"", Inks.Pencil, 0.5 * _unit, 0.6));
                break;
            case ToyStyle.Neon:
                Bare(element, fill.Darker(0.72), 0.9);
                Stroke(element + " fill=\"none\"", fill.Glowing(), 3.6 * _unit, 0.32);
                Stroke(element + " fill=\"none\"", fill.Glowing().Lighter(0.1), 1.4 * _unit, 1);
                break;
            default:
                Stroke(element + $" fill=\"{fill}\"", Inks.Outline(fill), 1.4 * _unit, 1);
                break;
        }
    }

    private void Speck(string element, Rgb fill)
    {
        if (Style == ToyStyle.Neon && fill.Brightness < 0.25)
            Bare(element, fill, 1);
        else
            Bare(element, Style == ToyStyle.Neon ? fill.Glowing() : fill, Style == ToyStyle.Watercolour ? 0.8 : 1);
    }

    /// <summary>A second brush or pencil stroke never falls quite on the first.</summary>
    private void Shifted(double reach, Action draw)
    {
        _svg.Append(CultureInfo.InvariantCulture, $"<g transform=\"translate({Random.Between(-reach, reach):0.#} ")
            .Append(CultureInfo.InvariantCulture, $"{Random.Between(-reach, reach):0.#})\">");
        draw();
        _svg.Append("</g>");
    }

    private void Bare(string element, Rgb fill, double opacity) => _svg.Append(
        CultureInfo.InvariantCulture, $"{element} fill=\"{fill}\" fill-opacity=\"{opacity:0.##}\"/>");

    private void Stroke(string element, Rgb colour, double width, double opacity) => _svg
        .Append(CultureInfo.InvariantCulture, $"{element} stroke=\"{colour}\" stroke-width=\"{width:0.##}\" ")
        .Append(CultureInfo.InvariantCulture, $"stroke-opacity=\"{opacity:0.##}\" stroke-linejoin=\"round\" stroke-linecap=\"round\"/>");

    private static string Oval(double x, double y, double rx, double ry, double turn) => string.Create(
        CultureInfo.InvariantCulture,
        $"<ellipse cx=\"{x:0.##}\" cy=\"{y:0.##}\" rx=\"{rx:0.##}\" ry=\"{ry:0.##}\" transform=\"rotate({turn:0.#} {x:0.##} {y:0.##})\"");

    private static string Rect(double x, double y, double width, double height, double corner) => string.Create(
        CultureInfo.InvariantCulture,
        $"<rect x=\"{x:0.##}\" y=\"{y:0.##}\" width=\"{width:0.##}\" height=\"{height:0.##}\" rx=\"{corner:0.##}\"");
}
