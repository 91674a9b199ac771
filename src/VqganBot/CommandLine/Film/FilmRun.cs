using VqganBot.CommandLine.Errors;
using VqganBot.CommandLine.Imagine;
using VqganBot.CommandLine.Options;
using VqganBot.CommandLine.Progress;
using VqganBot.Generation.Synthesis;
using VqganBot.Imaging;

namespace VqganBot.CommandLine.Film;

/// <summary>The whole of <c>film</c>: the frames are painted into a folder beside the film, the film is made of them, the folder goes.</summary>
internal sealed class FilmRun(FilmOutput output, CommandContext context)
{
    private readonly FilmPrinter _printer = new(output, context);

    public int Begin(FilmOptions options)
    {
        var place = FilmPlace.Choose(options.Out, options.Picture.Prompt);
        var source = options.Source is null ? null : FrameSources.Open(options.Source);
        using var model = LoadedModel.Load(options.Picture.Model ?? LoadedModel.BuiltIn);
        var record = FilmRecordBuilder.Build(options, model, source, place.Film);
        TellSize(options, record);
        place.Begin(record);
        return Paint(place, record, model, source, stepsDone: 0);
    }

    public int Resume(string folder)
    {
        var (place, record) = FilmPlace.Find(folder);
        OptionRules.CheckExtension("film.json", place.Film, OptionRules.TimelapseExtensions);
        var source = record.Source is null ? null : FrameSources.Open(record.Source);
        using var model = LoadedModel.Load(record.Plan.Frames.Model);
        if (model.Sha256 != record.ModelSha256)
            context.Error.WriteLine("Note: this is not the version of the model that the film was begun with, so the rest of it will differ.");
        return Paint(place, record, model, source, place.Frames.StepsDone(record.Plan));
    }

    private int Paint(FilmPlace place, FilmRecord record, LoadedModel model, IFrameSource? source, int stepsDone)
    {
        using var interruption = new Interruption();
        var begun = context.Clock.GetTimestamp();
        var (outcome, stepsNow) = PaintFrames(place, record, model, source, stepsDone, interruption);
        var seconds = context.Clock.GetElapsedTime(begun).TotalSeconds;
        var result = Result(record, outcome, seconds, stepsNow);
        if (!outcome.Finished || !MakeFilm(place, record, outcome, source?.Sound, interruption, out var sound))
        {
            _printer.Stopped(result with { Folder = place.Folder }, record.Plan.FrameCount);
            return ExitCodes.Interrupted;
        }

        place.Finish(record.Keep);
        _printer.Done(result with { File = place.Film, Folder = record.Keep ? place.Folder : null, Sound = sound });
        return ExitCodes.Done;
    }

    private (FilmOutcome Outcome, int StepsNow) PaintFrames(
        FilmPlace place, FilmRecord record, LoadedModel model, IFrameSource? source, int stepsDone, Interruption interruption)
    {
        var plan = record.Plan;
        var painter = new FilmPainter(new Painter(model.Pack), plan, place.Frames,
            source is null ? null : first => source.Read(first, plan.Frames.Width, plan.Frames.Height, record.FramesPerSecond));
        var meter = new SpeedMeter(context.Clock);
        var outcome = new FilmOutcome(0, false);
        var steps = 0;
        try
        {
            ProgressFactory.Create(context, output.Quiet).Run(plan.Frames.Prompt, stepsDone, plan.Steps, report =>
                outcome = painter.Paint(() => interruption.IsRequested, step =>
                {
                    steps++;
                    outcome = new FilmOutcome(step.Frames, false);
                    report(new StepReport(step.Step, plan.Steps, step.Loss, meter.Mark(step.Step)));
                }));
        }
        catch (ImageCodecException) when (interruption.IsRequested)
        {
            // Ctrl-C reaches ffmpeg too, which reads the video: its end is no error then.
        }
        catch (Exception exception) when (place.Frames.HasState && exception is SynthesisException or OutOfMemoryOnDeviceException or ImageCodecException)
        {
            throw new UserErrorException($"{exception.Message} What was painted until then is kept. {FilmPrinter.GoOn(place.Folder)}");
        }
        finally
        {
            place.RemoveIfNothingIsPainted();
        }

        return (outcome, steps);
    }

    // False when it was interrupted. Sound that ffmpeg cannot take over is no reason to lose the pictures.
    private bool MakeFilm(FilmPlace place, FilmRecord record, FilmOutcome outcome, SoundTrack? track, Interruption interruption, out bool? sound)
    {
        void Write(SoundTrack? heard) =>
            Timelapse.Write(place.Film, place.Frames.Frames(outcome.Frames), record.FramesPerSecond, heard, interruption.Token);

        sound = track is null ? null : Path.GetExtension(place.Film).Equals(".mp4", StringComparison.OrdinalIgnoreCase);
        try
        {
            Write(sound == true ? track! with { Length = TimeSpan.FromSeconds(outcome.Frames / record.FramesPerSecond) } : null);
            return true;
        }
        catch (ImageCodecException exception) when (sound == true && !interruption.IsRequested)
        {
            context.Error.WriteLine($"Note: the film has no sound. {exception.Message}");
            sound = false;
            Write(null);
            return true;
        }
        catch (Exception exception) when (interruption.IsRequested && exception is OperationCanceledException or ImageCodecException)
        {
            return false;
        }
    }

    private void TellSize(FilmOptions options, FilmRecord record)
    {
        var painted = record.Plan.Frames;
        if (options.Picture.Size is { } asked && asked != new PictureSize(painted.Width, painted.Height))
            context.Error.WriteLine($"Note: this model paints in whole blocks, so {asked} becomes {painted.Width}x{painted.Height}.");
    }

    private static FilmResult Result(FilmRecord record, FilmOutcome outcome, double seconds, int steps) => new()
    {
        Kind = record.Kind,
        Prompt = record.Plan.Frames.Prompt,
        Seed = record.Plan.Frames.Seed,
        Frames = outcome.Frames,
        StepsPerFrame = record.Plan.StepsPerFrame,
        FramesPerSecond = Math.Round(record.FramesPerSecond, 3),
        Width = record.Plan.Frames.Width,
        Height = record.Plan.Frames.Height,
        Seconds = Math.Round(seconds, 3),
        StepsPerSecond = seconds > 0 ? Math.Round(steps / seconds, 3) : 0,
        Model = record.Plan.Frames.Model,
    };
}
