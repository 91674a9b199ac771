using TorchSharp;
using static TorchSharp.torch;

namespace VqganBot.Training.Optimisation;

/// <summary>
/// The forward pass in a narrower number format, where the device is fast at it, with weights and sums in float32
/// (Micikevicius et al. 2018). float16 has too little range for small gradients: the loss is scaled up before the backward
/// pass, and the scale looks for the highest power of two that does not overflow.
/// </summary>
internal sealed class MixedPrecision
{
    private const double FirstScale = 65536;
    private const int StepsBeforeRising = 2000;

    private readonly DeviceType _device;
    private readonly ScalarType? _format;
    private bool _overflowed;

    public MixedPrecision(Device device, TrainingPrecision precision)
    {
        _device = device.type;
        if (precision == TrainingPrecision.Float16 && _device == DeviceType.CPU)
            throw new ArgumentException("float16 is for CUDA devices; on the CPU train in float32, or try bfloat16.", nameof(precision));
        _format = precision switch
        {
            TrainingPrecision.Float16 => ScalarType.Float16,
            TrainingPrecision.BFloat16 => ScalarType.BFloat16,
            TrainingPrecision.Auto when _device == DeviceType.CUDA => ScalarType.BFloat16,
            _ => null,
        };
        if (_format == ScalarType.Float16)
            Scale = FirstScale;
    }

    /// <value>What the loss is multiplied by before the backward pass; 1 but for float16.</value>
    public double Scale { get; set; } = 1;

    /// <value>Steps since the scale changed.</value>
    public int GoodSteps { get; set; }

    /// <summary>Until it is disposed, libtorch computes in the narrower format what loses nothing by it.</summary>
    public IDisposable? Forward() => _format is { } format ? TorchRuntime.Autocast(_device, format) : null;

    /// <summary>The gradients of a loss, scaled.</summary>
    public void Backward(Tensor loss)
    {
        if (Scale == 1)
            loss.backward();
        else
            (loss * Scale).backward();
    }

    /// <summary>Called by whoever found an infinite gradient; the scale falls at the end of the step.</summary>
    public void Overflowed() => _overflowed = true;

    /// <summary>Called after each step of all optimisers.</summary>
    public void EndStep()
    {
        if (_format == ScalarType.Float16)
        {
            if (_overflowed)
                (Scale, GoodSteps) = (Math.Max(1, Scale / 2), 0);
            else if (++GoodSteps >= StepsBeforeRising)
                (Scale, GoodSteps) = (Scale * 2, 0);
        }

        _overflowed = false;
    }
}
