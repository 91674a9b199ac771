using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>
/// Takes all views of a batch in one bilinear sampling: crop, rotation, shift, shear, perspective and flip are one homography
/// each, so nothing is resampled twice and blurred.
/// </summary>
internal static class ViewSampler
{
    // A view that looks past the horizon of its perspective divides by nothing; from here on it just looks far away.
    private const double Horizon = 0.02;

    /// <param name="source">Pictures [N, 3, h, w] of which each has n/N views, one after the other.</param>
    /// <param name="supersampling">Samples along each axis of a pixel, against aliasing where the view shrinks the source.</param>
    /// <returns>[n, 3, S, S].</returns>
    public static Tensor Sample(Tensor source, ViewBatch batch, long supersampling)
    {
        using DisposeScope scope = NewDisposeScope();
        long sources = source.shape[0], n = batch.Count, each = n / sources, size = batch.Size, side = size * supersampling;
        Tensor grid = Grid(batch.Maps, side);                                                         // [n, side², 2]
        Tensor within = grid.abs().le(1).to(float32);
        within = (within.narrow(2, 0, 1) * within.narrow(2, 1, 1)).view(n, 1, side, side);            // [n, 1, side, side]
        if (batch.Reflected is { } reflected)
            grid = Reflected(grid, reflected);

        // One tall view of each picture: so a picture that has many views is not laid down many times.
        Tensor views = nn.functional.grid_sample(
            source, grid.view(sources, each * side, side, 2), GridSampleMode.Bilinear, GridSamplePaddingMode.Border, false); // [N, 3, each·side, side]
        views = views.view(sources, 3, each, side, side).permute(0, 2, 1, 3, 4).reshape(n, 3, side, side);
        if (batch is { DrawnOut: { } drawnOut, Beyond: { } beyond })
            views = Covered(views, torch.maximum(within, drawnOut), beyond);
        if (supersampling > 1)
            views = views.reshape(n, 3, size, supersampling, size, supersampling).mean([3L, 5L]);     // [n, 3, S, S]
        return views.MoveToOuterDisposeScope();
    }

    private static Tensor Grid(Tensor maps /* [n, 3, 3] */, long side)
    {
        using DisposeScope scope = NewDisposeScope();
        Device device = maps.device;
        Tensor centres = ((arange(0, side, float32, device) * 2) + 1) / side - 1;                      // pixel centres in −1…1
        Tensor points = stack([centres.view(1, -1).expand(side, side), centres.view(-1, 1).expand(side, side), ones([side, side], float32, device)], 2);
        Tensor projected = points.view(1, side * side, 3).matmul(maps);                                // [n, side², 3]
        return (projected.narrow(2, 0, 2) / projected.narrow(2, 2, 1).clamp_min(Horizon)).MoveToOuterDisposeScope();
    }

    private static Tensor Reflected(Tensor grid, Tensor reflected)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor shifted = grid - 1;
        Tensor folded = (shifted - ((shifted / 4).floor() * 4) - 2).abs() - 1;                         // a triangle wave: itself within −1…1
        return (grid + ((folded - grid) * reflected)).MoveToOuterDisposeScope();
    }

    private static Tensor Covered(Tensor views, Tensor shown /* [n, 1, side, side] */, Tensor beyond) => (views * shown) + (beyond * (1 - shown));
}
