using System.Runtime.InteropServices;
using TorchSharp;
using VqganBot.Generation.Devices;
using VqganBot.Imaging;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>
/// A picture being painted. <see cref="Advance"/> is one step of VQGAN+CLIP; between steps the caller may render, save, or stop,
/// and looks itself whether it was cancelled. Plain synchronous code for one thread at a time.
/// </summary>
public sealed class Painting : IDisposable
{
    private readonly PaintingTools _tools;
    private readonly PaintingState _state;
    private PendingPicture? _rendered;
    private Tensor? _seen;
    private bool _disposed;

    internal Painting(PaintingTools tools, PaintingState state)
    {
        _tools = tools;
        _state = state;
    }

    public PaintingRequest Request => _tools.Request;

    /// <value>The width that is painted: the one asked for, rounded down to whole cells of the model.</value>
    public int Width => _tools.Canvas.Width;

    /// <value>The height that is painted: the one asked for, rounded down to whole cells of the model.</value>
    public int Height => _tools.Canvas.Height;

    /// <value>What was done otherwise than asked for, in sentences: a size rounded down, words beyond what CLIP reads.</value>
    public IReadOnlyList<string> Notes => _tools.Notes;

    /// <value>Steps done.</value>
    public int Step => _state.Progress.Step;

    /// <value>Whether all steps are done, or enough of them brought no better loss.</value>
    public bool IsFinished => Step >= Request.Steps
        || (Settings.EarlyStopSteps > 0 && _state.Progress.StepsSinceBest >= Settings.EarlyStopSteps && !LowResolution.Is(_tools, _state));

    /// <value>Whether the picture has parts that let the ground through: <see cref="RenderTransparent"/> has them, <see cref="Render"/> is over white.</value>
    public bool IsTransparent => Settings.Transparent;

    /// <value>Told after each part of a step, for whoever times them; on a GPU, which runs behind, the parts blur.</value>
    public Action<StepPart>? PartDone { get; set; }

    private PaintingSettings Settings => _tools.Request.Settings;

    /// <value>The step whose random views are looked at.</value>
    internal int ViewStep => Settings.ViewPeriod > 0 ? Step % Settings.ViewPeriod : Step;

    internal PaintingTools Tools => _tools;

    internal PaintingState State => _state;

    /// <summary>Does one step: a <see cref="PaintingBatch"/> of this painting alone.</summary>
    /// <exception cref="SynthesisException">The loss or its gradient is no finite number; nothing was changed.</exception>
    /// <exception cref="OutOfMemoryOnDeviceException">The device has too little memory; no step was done.</exception>
    public StepResult Advance()
    {
        PaintedStep step = PaintingBatch.Advance([this])[0];
        return step.Result ?? throw step.Failure!;
    }

    /// <summary>
    /// The picture of the latent as it stands now (with a running average: of the average), decoded when first asked for and
    /// kept until the next step. Rendering changes nothing in what is painted.
    /// </summary>
    public Rgb24Image Render() => RenderLater().Picture;

    /// <summary>The same without waiting for a GPU: it paints and copies the picture after what it was asked before, and the next step may be asked for at once.</summary>
    public PendingPicture RenderLater()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_rendered is not null)
            return _rendered;

        using DisposeScope scope = NewDisposeScope();
        using IDisposable still = no_grad();
        return _rendered = Pending(_tools.Shown(_tools.Drawer.Settle(_state.Shown(Settings))));
    }

    /// <summary>
    /// The picture that the last step looked at, which costs no decoding: one step older than what <see cref="Render"/> shows,
    /// and of the latent itself where that is a running average. Where no step was done yet it is rendered.
    /// </summary>
    public PendingPicture LastSeen()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_seen is null)
            return RenderLater();

        using DisposeScope scope = NewDisposeScope();
        return Pending(IsTransparent ? Backdrop.White(_seen) : _seen);
    }

    /// <summary>The picture as <see cref="Render"/> shows it, with its transparency; a painting without any is solid.</summary>
    public Rgba32Image RenderTransparent()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        using DisposeScope scope = NewDisposeScope();
        using IDisposable still = no_grad();
        Tensor shown = _tools.Draw(_tools.Drawer.Settle(_state.Shown(Settings)));                                      // [1, 3 or 4, H, W]
        return PictureTensor.ToTransparent(IsTransparent ? shown : cat([shown, ones_like(shown.narrow(1, 0, 1))], 1));
    }

    /// <summary>
    /// Mean cosine between the whole picture (of a spot prompt: its spot) and the prompts of the phrase it stands at that pull
    /// (those that only push away count negatively where there are no others), over all CLIP models. Not a loss: the picture
    /// is looked at as it is.
    /// </summary>
    public double Similarity()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return Judgement.Similarity(Render(), _tools, _tools.Story.PhraseAt(Math.Max(0, Step - 1)));
    }

    /// <summary>
    /// Goes on from another picture, as the frames of a film do: its latent takes the place of what is painted and is what the
    /// init weight holds to. Steps count on and the optimiser remembers, since Adam without memory throws each value equally far.
    /// </summary>
    /// <param name="picture">Fitted to the canvas where it has another size.</param>
    /// <param name="former">0 to 1: how much of the latent shown until now stays in where it goes on.</param>
    /// <exception cref="OutOfMemoryOnDeviceException">The device has too little memory; nothing was changed.</exception>
    public void GoOnFrom(Rgb24Image picture, double former = 0)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentNullException.ThrowIfNull(picture);
        using DisposeScope scope = NewDisposeScope();
        using IDisposable still = no_grad();
        try
        {
            if (LowResolution.Is(_tools, _state))
                LowResolution.Enlarge(_tools, _state);
            Tensor latent = InitialLatent.OfPicture(picture, _tools).to(float32).clone();                   // [1, C, h, w]
            _state.GoOn(latent + ((_state.Shown(Settings) - latent) * former), latent, Settings);
            Forget();
        }
        catch (ExternalException exception) when (OutOfMemoryOnDeviceException.Tells(exception))
        {
            throw new OutOfMemoryOnDeviceException(_tools.Canvas, Settings, _tools.Device.ToString(), exception, estimate: _tools.Memory);
        }
    }

    /// <summary>Writes all that is needed to go on in another process, whole or not at all.</summary>
    public void Save(string path)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        StateFile.Write(path, Request, _state);
    }

    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        _tools.Recording?.Forget(this);
        Forget();
        _state.Dispose();
        _tools.Dispose();
        TorchRuntime.TrimMemory(); // between steps the C heap keeps what was freed
    }

    internal void Commit(StateAfterStep next, double loss, Tensor seen /* [1, 3 or 4, H, W] */)
    {
        _state.Commit(next, loss);
        Forget();
        _seen = seen.detach().clone().DetachFromDisposeScope(); // a batch may lie where the next step draws
    }

    /// <exception cref="ObjectDisposedException">It was disposed.</exception>
    /// <exception cref="InvalidOperationException">It is finished.</exception>
    internal void RequireAnotherStep()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (IsFinished)
            throw new InvalidOperationException($"The painting is finished after {Step} of {Request.Steps} steps; there is no further one.");
    }

    private PendingPicture Pending(Tensor picture /* [1, 3, H, W] */)
    {
        Canvas canvas = _tools.Canvas;
        Tensor bytes = PictureTensor.Rounded(picture);                                       // uint8 [H, W, 3]
        return Accelerator.Later(bytes) is { } copied ? new PendingPicture(() => Shown(copied())) : new PendingPicture(Shown(bytes));

        Rgb24Image Shown(Tensor there)
        {
            using (there)
                return LowResolution.Fit(PictureTensor.ToPicture(there), canvas);
        }
    }

    // What was shown of a latent that is no more.
    private void Forget()
    {
        _rendered = null;
        _seen?.Dispose();
        _seen = null;
    }
}
