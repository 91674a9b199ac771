using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>
/// One step of several paintings at once: one decoder pass, one sampling of the cutouts, one pass through each CLIP. Each
/// painting keeps its own prompts, seed, step, optimiser and settings; between steps any may leave and others join.
/// </summary>
public static class PaintingBatch
{
    /// <summary>
    /// Whether the two can be stepped together: they have the same networks, their next step has the same canvas, and their
    /// settings give every tensor of it the same shape. What is seldom asked for is painted alone: spots, tiles,
    /// transparency, and cells of given colours only.
    /// </summary>
    public static bool Fit(Painting one, Painting other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return IsPlain(one) && IsPlain(other) && one.Tools.Networks.SequenceEqual(other.Tools.Networks) && Shape(one).Equals(Shape(other));
    }

    /// <summary>
    /// One step of each; each comes out as if stepped alone, within rounding. A step whose loss is not finite fails for its
    /// painting alone.
    /// </summary>
    /// <param name="paintings">One or several that <see cref="Fit"/>, each once and unfinished.</param>
    /// <returns>In the order of the paintings.</returns>
    /// <exception cref="OutOfMemoryOnDeviceException">The device has too little memory; no step was done in any.</exception>
    public static IReadOnlyList<PaintedStep> Advance(IReadOnlyList<Painting> paintings)
    {
        ArgumentNullException.ThrowIfNull(paintings);
        ArgumentOutOfRangeException.ThrowIfZero(paintings.Count);
        foreach (Painting painting in paintings)
            painting.RequireAnotherStep();
        if (paintings.Distinct().Count() < paintings.Count)
            throw new ArgumentException($"A batch of {paintings.Count} paintings has one of them twice; a step is done of each painting once.", nameof(paintings));
        if (paintings.Skip(1).FirstOrDefault(painting => !Fit(paintings[0], painting)) is { } odd)
            throw new ArgumentException($"A painting of {odd.Width}x{odd.Height} does not fit into a batch with one of {paintings[0].Width}x{paintings[0].Height}; only paintings whose tensors have the same shapes can be stepped together.", nameof(paintings));

        PaintingTools tools = paintings[0].Tools;
        using DisposeScope scope = NewDisposeScope();
        try
        {
            foreach (Painting painting in paintings)
                LowResolution.EnlargeIfDue(painting.Tools, painting.State);
            return new BatchStep(paintings).Take();
        }
        catch (ExternalException exception) when (OutOfMemoryOnDeviceException.Tells(exception))
        {
            throw new OutOfMemoryOnDeviceException(tools.Canvas, tools.Request.Settings, tools.Device.ToString(), exception, paintings.Count, tools.Memory);
        }
    }

    private static bool IsPlain(Painting painting) =>
        painting.Request.Settings is { Tile: false, Transparent: false, ImageLosses.PaletteOnly: false } && painting.Tools.Spots.Count == 0;

    private static object Shape(Painting painting)
    {
        PaintingSettings settings = painting.Request.Settings;
        return (LowResolution.NextCells(painting.Tools, painting.State), painting.Tools.Canvas.Factor,
            settings.Drawer, settings.CutoutMethod, settings.CutoutCount, settings.CutoutsAtOnce());
    }
}
