using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace VqganBot.Generation.Devices;

/// <summary>
/// In which number format the networks compute, whatever their files hold, and how pictures lie in memory meanwhile. Norms,
/// softmax, losses, cosines and the optimiser are float32 always.
/// </summary>
public sealed record Precision
{
    // The loss's gradient is about 1e-6 at a pixel and 1e-3 at the latent. float16 loses bits below 6e-5 and ends at 65504: this
    // leaves room on both sides. A power of two changes no other bits.
    private const double Float16LossScale = 8192;

    /// <summary>As it is on the CPU, and what golden data are made with.</summary>
    public static Precision Float32 { get; } = new();

    /// <value>What convolutions and matrix products of the networks compute in; null for float32.</value>
    public ScalarType? Narrow { get; init; }

    /// <value>Whether all channels of a pixel lie together in the VQGAN's decoder, as tensor cores want them.</value>
    public bool ChannelsLast { get; init; }

    /// <value>
    /// Whether convolutions that stay in float32 may round to TF32. Matrix products that stay in float32 never do: they choose
    /// codes and place views, for which 10 bits are too few, and they are small.
    /// </value>
    public bool Tf32 { get; init; }

    internal LossScaling Scaling => new(Narrow == ScalarType.Float16 ? Float16LossScale : 1);

    /// <summary>What comes of a wish on a device.</summary>
    /// <exception cref="PrecisionException">The device cannot compute in the format that was asked for.</exception>
    public static Precision For(PrecisionChoice choice, DeviceFacts device)
    {
        ArgumentNullException.ThrowIfNull(device);
        ScalarType? narrow = choice switch
        {
            PrecisionChoice.Bfloat16 => ScalarType.BFloat16,
            PrecisionChoice.Float16 => ScalarType.Float16,
            PrecisionChoice.Auto when device.Kind != DeviceType.CPU && device.CanNarrow => Fastest(device),
            _ => null,
        };
        if (narrow is { } format && !(device.CanNarrow && (format == ScalarType.BFloat16 ? device.HasBFloat16 : device.HasFloat16)))
            throw new PrecisionException(choice, device);
        bool isGpu = device.Kind == DeviceType.CUDA;
        return new Precision { Narrow = narrow, ChannelsLast = isGpu && narrow is not null, Tf32 = choice != PrecisionChoice.Float32 && device.HasTf32 };
    }

    /// <summary>Stores the weights of a network in the format they are used in, norms excepted: so they are not converted anew in each step.</summary>
    internal void Store(nn.Module network)
    {
        if (Narrow is not { } format)
            return;
        foreach (nn.Module part in network.modules())
        {
            if (part is Conv2d or Linear or Clip.Attention)
            {
                foreach (Parameter weight in part.parameters(false))
                    Accelerator.Store(weight, format, ChannelsLast);
            }
        }
    }

    /// <summary>Runs a network on its input, and gives what it makes in float32.</summary>
    internal Tensor Run(nn.Module<Tensor, Tensor> network, Tensor input)
    {
        if (Narrow is not { } format)
            return network.call(input);
        using DisposeScope scope = NewDisposeScope();
        using (Accelerator.Autocast(input.device, format))
            input = network.call(ChannelsLast && input.dim() == 4 ? Accelerator.ChannelsLast(input) : input);
        return input.to(float32).contiguous().MoveToOuterDisposeScope();
    }

    private static ScalarType? Fastest(DeviceFacts device) =>
        device.HasBFloat16 ? ScalarType.BFloat16 : device.HasFloat16 ? ScalarType.Float16 : null;
}
