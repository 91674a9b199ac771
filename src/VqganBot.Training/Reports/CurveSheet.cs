using System.Globalization;
using System.Security;
using System.Text;
using VqganBot.Imaging;

namespace VqganBot.Training.Reports;

/// <summary>Curves of a training, one panel each, all over the same steps.</summary>
internal sealed class CurveSheet(string title, IReadOnlyList<Curve> curves)
{
    private const int Columns = 3;
    private const int PanelWidth = 360;
    private const int PanelHeight = 220;
    private const int Head = 44;
    private const int Left = 58;
    private const int Right = 14;
    private const int Top = 30;
    private const int Bottom = 40;
    private const int MostPoints = 300;

    public Rgb24Image Draw()
    {
        var svg = Svg();
        return SvgRasterizer.Rasterize(svg, Width, Height);
    }

    public string Svg()
    {
        var svg = new StringBuilder();
        Append(svg, $"""<svg xmlns="http://www.w3.org/2000/svg" width="{Width}" height="{Height}" viewBox="0 0 {Width} {Height}" font-family="DejaVu Sans, sans-serif" font-size="11">""");
        Append(svg, $"""<rect width="{Width}" height="{Height}" fill="#ffffff"/><text x="{Left}" y="28" font-size="17" fill="#222222">{SecurityElement.Escape(title)}</text>""");
        for (var i = 0; i < curves.Count; i++)
        {
            Append(svg, $"""<g transform="translate({i % Columns * PanelWidth},{Head + (i / Columns * PanelHeight)})">""");
            Panel(svg, curves[i]);
            svg.Append("</g>");
        }

        return svg.Append("</svg>").ToString();
    }

    private static int Width => Columns * PanelWidth;

    private int Height => Head + (Math.Max(1, (curves.Count + Columns - 1) / Columns) * PanelHeight);

    private static void Panel(StringBuilder svg, Curve curve)
    {
        Append(svg, $"""<text x="{Left}" y="{Top - 10}" font-size="13" fill="#222222">{SecurityElement.Escape(curve.Name)}</text>""");
        var points = curve.Thinned(MostPoints);
        if (points.Count == 0)
            return;
        var across = CurveAxis.Over([.. points.Select(point => point.Step)]);
        var up = CurveAxis.Over([.. points.Select(point => point.Value)]);
        foreach (var tick in up.Ticks)
        {
            Append(svg, $"""<path d="M{Left} {Y(tick):0.#}H{PanelWidth - Right}" stroke="#e2e2e2"/>""");
            Append(svg, $"""<text x="{Left - 6}" y="{Y(tick) + 4:0.#}" text-anchor="end" fill="#555555">{up.Label(tick)}</text>""");
        }

        foreach (var tick in across.Ticks)
            Append(svg, $"""<text x="{X(tick):0.#}" y="{PanelHeight - Bottom + 16}" text-anchor="middle" fill="#555555">{across.Label(tick)}</text>""");
        Append(svg, $"""<path d="M{Left} {Top}V{PanelHeight - Bottom}H{PanelWidth - Right}" fill="none" stroke="#888888"/>""");
        Append(svg, $"""<text x="{PanelWidth - Right}" y="{PanelHeight - Bottom + 30}" text-anchor="end" fill="#888888">step</text>""");
        var line = string.Join(' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{X(point.Step):0.#},{Y(point.Value):0.#}")));
        Append(svg, $"""<polyline points="{line}" fill="none" stroke="#2a6fbb" stroke-width="1.6"/>""");
        if (points.Count == 1)
            Append(svg, $"""<circle cx="{X(points[0].Step):0.#}" cy="{Y(points[0].Value):0.#}" r="2.5" fill="#2a6fbb"/>""");

        double X(double step) => Left + (across.Place(step) * (PanelWidth - Left - Right));
        double Y(double value) => PanelHeight - Bottom - (up.Place(value) * (PanelHeight - Top - Bottom));
    }

    private static void Append(StringBuilder svg, FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture));
}
