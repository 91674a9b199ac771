using VqganBot.CommandLine.Progress;
using VqganBot.Generation.Devices;
using VqganBot.Generation.Synthesis;
using VqganBot.Imaging;

namespace VqganBot.CommandLine.Imagine;

/// <summary>The whole of <c>imagine</c>: one picture from a prompt or from a PNG, several of them, or the rest of an interrupted one.</summary>
internal sealed class ImagineRun(ImagineOptions options, CommandContext context)
{
    private readonly ResultPrinter _printer = new(options, context);

    public int Run() => options.Resume is null ? Begin() : Resume();

    private int Begin()
    {
        var record = options.FromPng is null ? null : PictureMetadata.Read(options.FromPng);
        var images = SourceImages.Read(options);
        if (record is not null) images.CheckAgainst(record, options.FromPng!, context.Error);

        using var model = LoadedModel.Load(
            options.Model ?? record?.Request.Model ?? LoadedModel.BuiltIn, options.Precision ?? PrecisionChoice.Auto, RequestBuilder.Clips(options, record?.Request));
        if (record is not null && record.ModelSha256 != model.Sha256)
            context.Error.WriteLine("Note: this is not the version of the model that the picture was painted with, so the new picture will differ.");
        var request = RequestBuilder.Build(options, model.Pack.Manifest, images, record?.Request);
        var names = OutputNames.Choose(options.Out, request.Prompt, options.Count, File.Exists);
        return PaintAll(model, request, names, RequestBuilder.StopAt(options, request, record));
    }

    private int PaintAll(LoadedModel model, PaintingRequest request, OutputNames names, int stopAt)
    {
        using var interruption = new Interruption();
        var painter = new Painter(model.Pack, model.Guests);
        var maker = new PictureMaker(options, context, model.Sha256, interruption);
        var drafting = new DraftingLine(context, options.Quiet);
        var pictures = new List<Rgb24Image>();
        foreach (var (number, file) in names.Pictures.Index())
        {
            using var painting = painter.Start(request with { Seed = unchecked(request.Seed + (ulong)number) }, drafting.Show, interruption.Token);
            Tell(painting);
            var (result, picture) = maker.Make(painting, new PictureJob(file, stopAt));
            _printer.Picture(result, stopAt);
            if (result.Interrupted) return ExitCodes.Interrupted;
            pictures.Add(picture);
        }

        if (names.Sheet is { } sheet)
        {
            var columns = (int)Math.Ceiling(Math.Sqrt(pictures.Count));
            AtomicFile.Write(sheet, ImageCodec.EncodeByExtension(ContactSheet.Compose(pictures, columns), sheet));
            _printer.Sheet(sheet, pictures.Count);
        }

        return ExitCodes.Done;
    }

    private int Resume()
    {
        var saved = SavedPainting.Peek(options.Resume!);
        using var model = LoadedModel.Load(options.Model ?? saved.Model, options.Precision ?? PrecisionChoice.Auto, saved.Clips);
        using var interruption = new Interruption();
        using var painting = new Painter(model.Pack, model.Guests).Resume(options.Resume!, options.Steps);
        var file = OutputNames.Choose(options.Out, saved.Prompt, 1, File.Exists).Pictures[0];
        var (result, _) = new PictureMaker(options, context, model.Sha256, interruption).Make(painting, new PictureJob(file, painting.Request.Steps));
        _printer.Picture(result, painting.Request.Steps);
        return result.Interrupted ? ExitCodes.Interrupted : ExitCodes.Done;
    }

    private void Tell(Painting painting)
    {
        foreach (var note in painting.Notes) context.Error.WriteLine($"Note: {note}");
    }
}
