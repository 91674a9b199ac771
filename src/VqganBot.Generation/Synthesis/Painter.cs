using System.Runtime.InteropServices;
using TorchSharp;
using TorchSharp.Modules;
using VqganBot.Generation.Checkpoints;
using VqganBot.Generation.Packs;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>Begins and resumes paintings with one model pack, whose weights it freezes.</summary>
public sealed class Painter
{
    private readonly ModelPack _pack;

    public Painter(ModelPack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        _pack = pack;
        Freeze(pack.Vqgan);
        foreach (nn.Module clip in pack.Clips)
            Freeze(clip);
    }

    /// <exception cref="PromptException">The prompt is empty, too long or cannot be read.</exception>
    /// <exception cref="PaintingRequestException">The size, the steps or a setting is out of range.</exception>
    /// <exception cref="OutOfMemoryOnDeviceException">The device has too little memory for this size.</exception>
    public Painting Start(PaintingRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Lay(request, tools => PaintingState.Begin(tools.InitialLatent(), request.Settings));
    }

    /// <summary>Goes on with a painting that <see cref="Painting.Save"/> wrote, exactly as if it had never been laid down.</summary>
    /// <param name="steps">Another goal than the saved one, to go further than was once asked for. <value>The saved one by default.</value></param>
    public Painting Resume(string statePath, int? steps = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(statePath);
        using Checkpoint file = Checkpoint.Open(statePath);
        PaintingRequest request = StateFile.ReadRequest(file, statePath);
        return Lay(request with { Steps = steps ?? request.Steps }, tools => StateFile.ReadState(file, statePath, tools));
    }

    private Painting Lay(PaintingRequest request, Func<PaintingTools, PaintingState> state)
    {
        RequestRules.Check(request);
        Canvas canvas = Canvas.Fit(request.Width, request.Height, _pack.Vqgan.Config.DownsampleFactor);
        using DisposeScope scope = NewDisposeScope();
        try
        {
            PaintingTools tools = PaintingTools.Lay(request, canvas, _pack);
            PaintingState? begun = null;
            try
            {
                begun = state(tools);
                return new Painting(tools, begun);
            }
            finally
            {
                if (begun is null)
                    tools.Dispose();
            }
        }
        catch (ExternalException exception) when (OutOfMemoryOnDeviceException.Tells(exception))
        {
            throw new OutOfMemoryOnDeviceException(canvas, request.Settings, _pack.Device.ToString(), exception);
        }
    }

    // Without weight gradients a backward pass costs half and keeps half (vqgan-clip.md section 9).
    private static void Freeze(nn.Module module)
    {
        module.eval();
        foreach (Parameter parameter in module.parameters())
            parameter.requires_grad_(false);
    }
}
