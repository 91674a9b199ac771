namespace VqganBot.Training.Optimisation;

/// <summary>In what number format a training's forward pass computes.</summary>
internal enum TrainingPrecision
{
    /// <summary>bfloat16 on CUDA, float32 on the CPU.</summary>
    Auto,

    Float32,

    /// <summary>As wide as float32, less exact: for GPUs from 2020 on.</summary>
    BFloat16,

    /// <summary>With a scaled loss: for older GPUs.</summary>
    Float16,
}
