using System.Globalization;
using TorchSharp;
using VqganBot.CommandLine.Imagine;
using VqganBot.CommandLine.Progress;
using VqganBot.Generation.Drafts;
using VqganBot.Imaging;

namespace VqganBot.CommandLine.Draft;

/// <summary>The whole of <c>draft</c>: the best picture, the best few, or a sheet of them.</summary>
internal sealed class DraftRun(DraftOptions options, CommandContext context)
{
    public int Run()
    {
        var images = SourceImages.ReadPrompts(options.ImagePrompts);
        using var interruption = new Interruption();
        using var model = LoadedModel.Load(options.Model ?? LoadedModel.BuiltIn);
        if (options.Threads is { } threads) torch.set_num_threads(threads);
        var plan = DraftPlan.Of(options, model.Pack, images);
        var begun = context.Clock.GetTimestamp();
        var drafts = new Drafter(model.Pack).Draft(plan.Request, null, interruption.Token);
        var time = context.Clock.GetElapsedTime(begun);

        var files = Write(plan, drafts, model.Sha256);
        Print(new DraftResult
        {
            Prompt = plan.Request.Prompt,
            Seed = plan.Request.Seed,
            Candidates = plan.Request.Candidates,
            Guidance = plan.Request.Sampling.Guidance,
            Temperature = plan.Request.Sampling.Temperature,
            Drafts = [.. drafts.Select((draft, i) => new DraftTile(draft.Number, Math.Round(draft.Similarity, 4), options.Grid ? null : files[i]))],
            File = files[0],
            Width = drafts[0].Picture.Width,
            Height = drafts[0].Picture.Height,
            Seconds = Math.Round(time.TotalSeconds, 3),
            Model = model.Pack.Manifest.Name,
        });
        return ExitCodes.Done;
    }

    private IReadOnlyList<string> Write(DraftPlan plan, IReadOnlyList<Generation.Drafts.Draft> drafts, string modelSha256)
    {
        var files = OutputNames.Choose(options.Out, plan.Request.Prompt, options.Grid ? 1 : drafts.Count, File.Exists).Pictures;
        if (options.Grid)
        {
            var sheet = ContactSheet.Compose([.. drafts.Select(draft => draft.Picture)], (int)Math.Ceiling(Math.Sqrt(drafts.Count)));
            AtomicFile.Write(files[0], ImageCodec.EncodeByExtension(sheet, files[0]));
            return files;
        }

        foreach (var (draft, file) in drafts.Zip(files))
        {
            var record = PaintingRecord.Of(plan.PaintingOf(draft), 0, modelSha256);
            AtomicFile.Write(file, ImageCodec.EncodeByExtension(draft.Picture, file, PictureMetadata.Write(record)));
        }

        return files;
    }

    private void Print(DraftResult result)
    {
        if (options.Json)
        {
            context.Out.WriteLine(DraftJson.Line(result));
            return;
        }

        foreach (var file in options.Quiet ? result.Drafts.Select(draft => draft.File ?? result.File).Distinct() : []) context.Out.WriteLine(file);
        if (options.Quiet) return;
        context.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{result.File}  {result.Width}x{result.Height}, best of {result.Candidates} in {StepText.Duration(TimeSpan.FromSeconds(result.Seconds))}, similarity {result.Drafts[0].Similarity:0.000}, seed {result.Seed}"));
        if (options.Grid)
            context.Out.WriteLine($"  One as a file, and more of it: {CommandContext.ProgramName} draft {ShellText.Quote(result.Prompt)} --seed {result.Seed} --keep {result.Drafts.Count}, with the other options you gave");
        foreach (var draft in result.Drafts.Skip(1).Where(draft => draft.File is not null))
            context.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{draft.File}  similarity {draft.Similarity:0.000}"));
        if (!options.Grid && Path.GetExtension(result.File).Equals(".png", StringComparison.OrdinalIgnoreCase))
            context.Out.WriteLine($"  Paint on from it:  {CommandContext.ProgramName} imagine --from-png {ShellText.Quote(result.File)} --steps 100");
    }
}
