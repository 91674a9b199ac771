using System.ComponentModel.DataAnnotations;
using VqganBot.Generation.Devices;

namespace VqganBot.Jobs;

/// <summary>How jobs are painted and how long their pictures are kept.</summary>
internal sealed class JobOptions
{
    public const string Section = "Jobs";

    /// <value>The model of a job that names none, loaded when the bot starts. <c>toybox</c> by default, the built-in one.</value>
    [Required]
    public string DefaultModel { get; set; } = "toybox";

    /// <value>In what numbers the networks compute: Float32, Bfloat16, Float16, or Auto (the default), the fastest the device is good at.</value>
    public PrecisionChoice Precision { get; set; } = PrecisionChoice.Auto;

    /// <value>How many pictures a draft chooses from. 16 by default: some seconds on a CPU.</value>
    [Range(1, 512)]
    public int DraftCandidates { get; set; } = 16;

    /// <value>Days until a job is forgotten, with its pictures. 30 by default.</value>
    [Range(1, 3650)]
    public int RetentionDays { get; set; } = 30;

    /// <value>Megabytes for the files of all jobs; above it the oldest results go first. 5000 by default.</value>
    [Range(10, 100_000_000)]
    public int DiskBudgetMegabytes { get; set; } = 5000;

    /// <value>How often the state of a painting is saved: what a killed process costs at most. 10 s by default.</value>
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00")]
    public TimeSpan StateSaveInterval { get; set; } = TimeSpan.FromSeconds(10);

    /// <value>The least time between two pictures of a painting on its way. 2.5 s by default.</value>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan PreviewInterval { get; set; } = TimeSpan.FromSeconds(2.5);

    /// <value>How many pictures are stepped as one batch at most. 1: never more than one. 0 by default: found by measuring.</value>
    [Range(0, 64)]
    public int MostAtOnce { get; set; }

    /// <value>A painting may be set aside for a much shorter one once it had the GPU for so long, and only for as long as it had it. 20 s by default.</value>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan Slice { get; set; } = TimeSpan.FromSeconds(20);

    /// <value>A step that takes longer than this, and than 50 times the mean, is stuck. 1 min by default.</value>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan StuckAfter { get; set; } = TimeSpan.FromMinutes(1);

    /// <value>What a job may take until its first step: a model is loaded. 10 min by default.</value>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan LongestPreparation { get; set; } = TimeSpan.FromMinutes(10);

    /// <value>A job during which the process died so often, without getting any further, is given up. 5 by default.</value>
    [Range(1, 1_000_000)]
    public int MostCrashes { get; set; } = 5;
}
