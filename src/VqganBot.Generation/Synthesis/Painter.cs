using System.Runtime.InteropServices;
using TorchSharp;
using TorchSharp.Modules;
using VqganBot.Generation.Checkpoints;
using VqganBot.Generation.Devices;
using VqganBot.Generation.Drafts;
using VqganBot.Generation.Packs;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>Begins and resumes paintings with one model pack, whose weights it freezes.</summary>
public sealed class Painter
{
    private readonly ModelPack _pack;
    private readonly IReadOnlyList<GuestClip> _guests;
    private readonly TextMemory _texts = new();

    /// <param name="pack">What paints.</param>
    /// <param name="guests">Further CLIPs that judge, those that <see cref="PaintingRequest.Clips"/> names. <value>None by default.</value></param>
    public Painter(ModelPack pack, IReadOnlyList<GuestClip>? guests = null)
    {
        ArgumentNullException.ThrowIfNull(pack);
        _pack = pack;
        _guests = guests ?? [];
        Freeze(pack.Vqgan);
        foreach (nn.Module clip in pack.Clips.Concat(_guests.Select(guest => guest.Model)))
            Freeze(clip);
    }

    /// <inheritdoc cref="Start(PaintingRequest, Action{DraftProgress}, CancellationToken)"/>
    public Painting Start(PaintingRequest request) => Start(request, null, CancellationToken.None);

    /// <param name="drafting">Told as long as drafts are drawn to begin with; the best so far is what a person can be shown first.</param>
    /// <param name="cancellationToken">Heard between the codes of the drafts.</param>
    /// <exception cref="PromptException">The prompt is empty, too long or cannot be read.</exception>
    /// <exception cref="PaintingRequestException">The size, the steps or a setting is out of range.</exception>
    /// <exception cref="OutOfMemoryOnDeviceException">The device has too little memory for this size.</exception>
    public Painting Start(PaintingRequest request, Action<DraftProgress>? drafting, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.VariedFrom is not null)
            throw new PaintingRequestException("This was begun as a variation of another picture, whose state is not carried here; a variation is painted from that state.");
        return Lay(request, tools => PaintingState.Begin(tools.InitialLatent(_pack, drafting, cancellationToken), request.Settings));
    }

    /// <summary>Begins with a draft; where the canvas is of another size, with its picture in that size.</summary>
    /// <param name="request">What is painted from there. With the seed, the prompts and the sampling of the drafts, <see cref="Start(PaintingRequest)"/> makes the same of what is then <see cref="Painting.Request"/>.</param>
    /// <exception cref="PaintingRequestException">The draft is another model's, or the request is out of range.</exception>
    public Painting FromDraft(Draft draft, PaintingRequest request)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(request);
        PaintingRequest drafted = request with
        {
            InitImage = null, VariedFrom = null, DraftNumber = draft.Number, Settings = request.Settings with { InitialLatent = InitialLatentKind.Draft },
        };
        return Lay(drafted, tools => PaintingState.Begin(DraftedLatent.Of(draft, tools with { Canvas = tools.FirstCanvas }, _pack), drafted.Settings));
    }

    /// <summary>Begins with the latent of another painting, taken some of the way towards chance, in the size of that painting.</summary>
    /// <param name="statePath">What <see cref="Painting.Save"/> wrote of the other painting.</param>
    /// <param name="strength">0 to 1: from the same picture to nothing of it.</param>
    /// <param name="request">What is painted from there; the same request, state and strength give the same picture.</param>
    /// <exception cref="PaintingRequestException">The state is none, or another model's; or the strength is out of range.</exception>
    public Painting Vary(string statePath, double strength, PaintingRequest request)
    {
        ArgumentException.ThrowIfNullOrEmpty(statePath);
        ArgumentNullException.ThrowIfNull(request);
        if (!(strength is >= 0 and <= 1))
            throw new PaintingRequestException($"The strength of a variation lies between 0 and 1, not at {strength}.");
        using Checkpoint file = Checkpoint.Open(statePath);
        PaintingRequest origin = StateFile.ReadRequest(file, statePath);
        if (origin.Model != request.Model)
            throw new PaintingRequestException($"A picture painted with the model '{origin.Model}' can only be varied with that model, not with '{request.Model}'.");

        PaintingRequest varied = request with { Width = origin.Width, Height = origin.Height, VariedFrom = new LatentOrigin(StateFile.Sum(statePath), strength) };
        return Lay(varied, tools =>
        {
            using Tensor latent = StateFile.ReadShown(file, statePath, origin, tools);
            return PaintingState.Begin(VariedLatent.Create(latent, strength, tools.Drawer, new PaintingRandom(varied.Seed)), varied.Settings);
        });
    }

    /// <summary>Goes on with a painting that <see cref="Painting.Save"/> wrote, exactly as if it had never been laid down.</summary>
    /// <param name="steps">Another goal than the saved one, to go further than was once asked for. <value>The saved one by default.</value></param>
    public Painting Resume(string statePath, int? steps = null)
    {
        return Resume(statePath, (request, _) => request with { Steps = steps ?? request.Steps });
    }

    /// <summary>Goes on with a painting that <see cref="Painting.Save"/> wrote, in another way than it was begun.</summary>
    /// <param name="change">From the saved request and the steps done to the request that holds from now on, such as more steps or fewer cutouts.</param>
    public Painting Resume(string statePath, Func<PaintingRequest, int, PaintingRequest> change)
    {
        ArgumentException.ThrowIfNullOrEmpty(statePath);
        ArgumentNullException.ThrowIfNull(change);
        using Checkpoint file = Checkpoint.Open(statePath);
        PaintingRequest request = change(StateFile.ReadRequest(file, statePath), StateFile.ReadProgress(file, statePath).Step);
        return Lay(request, tools => StateFile.ReadState(file, statePath, tools));
    }

    private Painting Lay(PaintingRequest request, Func<PaintingTools, PaintingState> state)
    {
        RequestRules.Check(request);
        if (!request.Clips.SequenceEqual(_guests.Select(guest => guest.Name)))
            throw new PaintingRequestException($"The further CLIPs of this picture are {Names(request.Clips)}, and those loaded for it are {Names(_guests.Select(guest => guest.Name))}.");
        Canvas canvas = Canvas.Fit(request.Width, request.Height, request.Settings.Drawer == DrawerKind.Pixel ? request.Settings.PixelSize : _pack.Vqgan.Config.DownsampleFactor);
        request = Planned(request, canvas);
        using DisposeScope scope = NewDisposeScope();
        try
        {
            PaintingTools tools = PaintingTools.Lay(request, canvas, _pack, _guests, _texts);
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

    // Where the device tells what it has free. Elsewhere all cutouts go at once unless asked otherwise, and a picture is the same to the bit.
    private PaintingRequest Planned(PaintingRequest request, Canvas canvas)
    {
        if (request.Settings.CutoutBatch > 0 || request.Settings.Drawer != DrawerKind.Vqgan || DeviceFacts.Of(_pack.Device).FreeBytes is not { } free)
            return request;
        int atOnce = MemoryEstimate.Of(_pack, _guests, canvas.Width, canvas.Height).CutoutsAtOnce(request.Settings.CutoutCount, free);
        return atOnce == request.Settings.CutoutCount ? request : request with { Settings = request.Settings with { CutoutBatch = atOnce } };
    }

    private static string Names(IEnumerable<string> clips) => clips.Any() ? string.Join(", ", clips) : "none";

    // Without weight gradients a backward pass costs half and keeps half (vqgan-clip.md section 9).
    private static void Freeze(nn.Module module)
    {
        module.eval();
        foreach (Parameter parameter in module.parameters())
            parameter.requires_grad_(false);
    }
}
