using TorchSharp;
using VqganBot.Imaging;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>
/// From low to high: the first steps paint at half the size, where each costs a quarter and a view sees more of the whole;
/// then the picture is enlarged and encoded, with an optimiser that has seen nothing (pixray's scale presets).
/// </summary>
internal static class LowResolution
{
    public static bool Is(PaintingTools tools, PaintingState state) =>
        state.Latent.shape[2] != tools.Canvas.Rows || state.Latent.shape[3] != tools.Canvas.Columns;

    /// <summary>Whether the next step is one in full size: as many as asked for are done, or no better ones come.</summary>
    public static bool IsOver(PaintingTools tools, PaintingState state)
    {
        PaintingSettings settings = tools.Request.Settings;
        return state.Progress.Step >= Math.Min(tools.Request.Steps - 1, Math.Round(settings.LowResolutionShare * tools.Request.Steps))
            || (settings.EarlyStopSteps > 0 && state.Progress.StepsSinceBest >= settings.EarlyStopSteps);
    }

    /// <returns>The cells of the next step's latent.</returns>
    public static (long Rows, long Columns) NextCells(PaintingTools tools, PaintingState state) => Is(tools, state) && !IsOver(tools, state)
        ? (state.Latent.shape[2], state.Latent.shape[3])
        : (tools.Canvas.Rows, tools.Canvas.Columns);

    public static void EnlargeIfDue(PaintingTools tools, PaintingState state)
    {
        if (Is(tools, state) && IsOver(tools, state))
            Enlarge(tools, state);
    }

    public static void Enlarge(PaintingTools tools, PaintingState state)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable still = no_grad();
        Tensor initial = tools.Request.InitImage is { } picture
            ? InitialLatent.OfPicture(picture, tools)
            : Enlarged(state.Initial, tools);
        state.BeginAnew(Enlarged(state.Shown(tools.Request.Settings), tools), initial, tools.Request.Settings);
    }

    /// <summary>A picture of the small canvas in the size that was asked for.</summary>
    public static Rgb24Image Fit(Rgb24Image picture, Canvas canvas) => picture.Width == canvas.Width && picture.Height == canvas.Height
        ? picture
        : ImageResizer.Lanczos(picture, canvas.Width, canvas.Height);

    private static Tensor Enlarged(Tensor latent, PaintingTools tools) => InitialLatent.OfPicture(
        PictureTensor.To(tools.Shown(tools.Drawer.Settle(latent))), tools).to(float32).clone(); // [1, C, h, w]
}
