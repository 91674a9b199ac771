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

    /// <param name="source">One picture for all views, or one for each.</param>
    /// <param name="greys">The grey of each view that has <see cref="ViewFill.RandomGrey"/>.</param>
    /// <param name="supersampling">Samples along each axis of a pixel, against aliasing where the view shrinks the source.</param>
    public static Tensor Sample(
        Tensor source, IReadOnlyList<Homography> maps, IReadOnlyList<ViewFill> fills, IReadOnlyList<float> greys, long size, long supersampling)
    {
        long n = maps.Count, side = size * supersampling;
        Device device = source.device;
        Tensor grid = Grid(maps, side, device);                                                       // [n, side², 2]
        Tensor within = grid.abs().le(1).to(float32);
        within = (within.narrow(2, 0, 1) * within.narrow(2, 1, 1)).view(n, 1, side, side);            // [n, 1, side, side]
        grid = Reflected(grid, fills).view(n, side, side, 2);

        Tensor views = source.shape[0] == 1
            ? Grid(source, grid.view(1, n * side, side, 2)).view(3, n, side, side).permute(1, 0, 2, 3)  // one picture: one tall view of it
            : Grid(source, grid);                                                                     // [n, 3, side, side]
        views = Filled(views, within, fills, greys);
        return supersampling == 1
            ? views
            : views.reshape(n, 3, size, supersampling, size, supersampling).mean([3L, 5L]);           // [n, 3, size, size]
    }

    private static Tensor Grid(Tensor source, Tensor grid) =>
        nn.functional.grid_sample(source, grid, GridSampleMode.Bilinear, GridSamplePaddingMode.Border, false);

    private static Tensor Grid(IReadOnlyList<Homography> maps, long side, Device device)
    {
        Tensor centres = ((arange(0, side, float32, device) * 2) + 1) / side - 1;                      // pixel centres in −1…1
        Tensor points = stack([centres.view(1, -1).expand(side, side), centres.view(-1, 1).expand(side, side), ones([side, side], float32, device)], 2);
        Tensor transposed = tensor(maps.SelectMany(map => map.Transposed()).ToArray(), new long[] { maps.Count, 3, 3 }).to(device);
        Tensor projected = points.view(1, side * side, 3).matmul(transposed);                          // [n, side², 3]
        return projected.narrow(2, 0, 2) / projected.narrow(2, 2, 1).clamp_min(Horizon);
    }

    private static Tensor Reflected(Tensor grid, IReadOnlyList<ViewFill> fills)
    {
        if (!fills.Contains(ViewFill.Reflection))
            return grid;

        Tensor shifted = grid - 1;
        Tensor folded = (shifted - ((shifted / 4).floor() * 4) - 2).abs() - 1;                         // a triangle wave: itself within −1…1
        return grid + ((folded - grid) * Flags(fills, fill => fill == ViewFill.Reflection, grid.device).view(-1, 1, 1));
    }

    private static Tensor Filled(Tensor views, Tensor within, IReadOnlyList<ViewFill> fills, IReadOnlyList<float> greys)
    {
        if (fills.All(fill => fill is ViewFill.Border or ViewFill.Reflection))
            return views;

        Tensor drawnOut = Flags(fills, fill => fill is ViewFill.Border or ViewFill.Reflection, views.device).view(-1, 1, 1, 1);
        float[] levels = [.. fills.Select((fill, i) => fill == ViewFill.RandomGrey ? greys[i] : 0)];
        Tensor beyond = tensor(levels, new long[] { levels.Length, 1, 1, 1 }).to(views.device);
        Tensor shown = torch.maximum(within, drawnOut);
        return (views * shown) + (beyond * (1 - shown));
    }

    private static Tensor Flags(IReadOnlyList<ViewFill> fills, Func<ViewFill, bool> holds, Device device) =>
        tensor(fills.Select(fill => holds(fill) ? 1f : 0f).ToArray(), new long[] { fills.Count }).to(device);
}
