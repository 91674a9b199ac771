using System.Security.Cryptography;
using VqganBot.CommandLine.Errors;
using VqganBot.CommandLine.Progress;
using VqganBot.Generation;
using VqganBot.Generation.Synthesis;
using VqganBot.Imaging;

namespace VqganBot.CommandLine.Imagine;

/// <summary>The whole of <c>imagine</c>: what to paint, with what, and the files it leaves.</summary>
internal sealed class ImagineRun(ImagineOptions options, CommandContext context)
{
    private readonly ResultPrinter _printer = new(options, context);

    public int Run()
    {
        var repeated = options.FromPng is null ? null : PictureMetadata.Read(options.FromPng);
        var images = SourceImages.Read(options, repeated);
        var modelName = ModelName(repeated);
        var prompt = options.Prompt ?? repeated?.Request.Prompt;
        using var model = LoadedModel.Load(modelName, context, options.Quiet || options.Json);
        if (repeated is not null && repeated.ModelSha256 != model.Sha256)
            context.Error.WriteLine($"Note: the model '{modelName}' is another version than the one the picture was painted with, so the new picture will differ.");

        using var interruption = new Interruption();
        if (options.Resume is not null) return Resume(model, interruption);

        var seed = options.Seed ?? repeated?.Request.Seed ?? DrawSeed();
        var names = OutputNames.Choose(options.Out, prompt, options.Count, File.Exists);
        return PaintAll(model, interruption, names, seed, ...);
    }
}
