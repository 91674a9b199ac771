using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace VqganBot.Imaging;

/// <summary>Renders VqganBot's own drawings. Not for data from strangers: they get <see cref="ImageCodec.Decode"/>, which refuses SVG.</summary>
public static class SvgRasterizer
{
    /// <summary>Renders an SVG document on white at exactly the given size; its viewBox is scaled as SVG prescribes.</summary>
    /// <exception cref="ImageCodecException">The text is not an SVG document.</exception>
    public static Rgb24Image Rasterize(string svg, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(svg);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        ImagingLibrary.EnsureLoaded();

        Rgb24Image image = PictureReader.Rasterize(Encoding.UTF8.GetBytes(WithSize(svg, width, height)));
        if (image.Width != width || image.Height != height)
            throw new ImageCodecException($"The drawing was rendered at {image.Width}x{image.Height} pixels where {width}x{height} were wanted.");
        return image;
    }

    // Setting the root's size lets librsvg draw every edge at the final resolution; nothing is resampled afterwards.
    private static string WithSize(string svg, int width, int height)
    {
        XElement root = Parse(svg);
        if (root.Attribute("viewBox") is null && Length(root, "width") is string oldWidth && Length(root, "height") is string oldHeight)
            root.SetAttributeValue("viewBox", $"0 0 {oldWidth} {oldHeight}");
        root.SetAttributeValue("width", width);
        root.SetAttributeValue("height", height);
        return root.ToString(SaveOptions.DisableFormatting);
    }

    private static XElement Parse(string svg)
    {
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
            using var reader = XmlReader.Create(new StringReader(svg), settings);
            XElement root = XElement.Load(reader, LoadOptions.PreserveWhitespace);
            if (root.Name.LocalName == "svg")
                return root;
            throw new ImageCodecException($"The drawing could not be rendered: its root element is '{root.Name.LocalName}', and 'svg' is wanted.");
        }
        catch (XmlException e)
        {
            throw new ImageCodecException($"The drawing could not be rendered, because it is not well-formed XML: {e.Message}", inner: e);
        }
    }

    private static string? Length(XElement root, string attribute)
    {
        string? text = root.Attribute(attribute)?.Value;
        if (text is null || text.EndsWith('%'))
            return null;
        return text.EndsWith("px", StringComparison.Ordinal) ? text[..^2] : text;
    }
}
