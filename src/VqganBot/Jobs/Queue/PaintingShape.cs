namespace VqganBot.Jobs;

/// <summary>What two jobs have to share for their pictures to be stepped as one batch, as far as their orders tell.</summary>
internal sealed record PaintingShape(string Model, int Width, int Height, string Preset, int Reductions)
{
    /// <summary>Null for drafts, which are made by themselves.</summary>
    public static PaintingShape? Of(Job job) => job.Order.Kind == JobKind.Draft
        ? null
        : new PaintingShape(job.Order.Model, job.Order.Width, job.Order.Height, job.Order.Preset, job.Reductions);
}
