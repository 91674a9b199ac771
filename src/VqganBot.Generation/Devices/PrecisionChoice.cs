namespace VqganBot.Generation.Devices;

/// <summary>In which number format a person wants the networks to compute.</summary>
public enum PrecisionChoice
{
    /// <summary>The fastest the device is good at: bfloat16 or float16 on a GPU, float32 on the CPU.</summary>
    Auto,

    /// <summary>All of float32, without TF32 either.</summary>
    Float32,

    Bfloat16,

    /// <summary>For GPUs before 2020.</summary>
    Float16,
}
