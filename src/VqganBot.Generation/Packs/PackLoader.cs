using TorchSharp;
using VqganBot.Generation.Checkpoints;
using VqganBot.Generation.Clip;
using VqganBot.Generation.Transformer;
using VqganBot.Generation.Vqgan;
using static TorchSharp.torch;

namespace VqganBot.Generation.Packs;

/// <summary>From a folder to a pack on a device. Its parts are loaded side by side, on threads where no dispose scope would own them.</summary>
internal sealed class PackLoader(string folder, ModelPackManifest manifest, Device device)
{
    public static ModelPack Load(string folder, Device device)
    {
        ModelPackManifest manifest = ModelPackManifest.Read(folder);
        RequireFiles(folder, manifest);
        return new PackLoader(folder, manifest, device).Load();
    }

    private ModelPack Load()
    {
        bool isNet2Net = manifest.Prior is { } file && CheckpointInspector.Inspect(In(file)).Kind == CheckpointKind.Net2Net;
        Task<ClipTokenizer> tokenizer = Task.Run(() => ClipTokenizer.FromMerges(In(manifest.Tokenizer)));
        Task<VqganModel> vqgan = Task.Run(() => VqganModel.Load(In(manifest.VqganConfig), In(manifest.Vqgan)).to(device, float32));
        Task<ClipModel>[] clips = [.. manifest.Clip.Select(clip => Task.Run(() => ClipModel.Load(In(clip)).to(device, float32)))];
        Task<Prior?> prior = Task.Run(() => manifest.Prior is { } weights && !isNet2Net ? Prior.Load(In(weights)).to(device) : null);
        Task<Net2Net?> transformer = Task.Run(() => isNet2Net ? Net2Net.Load(In(manifest.VqganConfig), In(manifest.Prior!), device) : null);
        // Waits for all of them and throws nothing: none goes on loading after a fault is told.
        Task.WaitAny(Task.WhenAll([tokenizer, vqgan, .. clips, prior, transformer]));
        try
        {
            var pack = new ModelPack(manifest, Of(vqgan), [.. clips.Select(Of)], Of(tokenizer), device, Of(prior)) { Transformer = Of(transformer) };
            RequireOneTraining(pack);
            return pack;
        }
        catch
        {
            Discard([vqgan, .. clips, prior, transformer]);
            throw;
        }
    }

    private static T Of<T>(Task<T> part) => part.GetAwaiter().GetResult();

    private static void Discard(params ReadOnlySpan<Task> parts)
    {
        foreach (Task part in parts)
        {
            IDisposable? loaded = part switch
            {
                Task<VqganModel> { IsCompletedSuccessfully: true } vqgan => Of(vqgan),
                Task<ClipModel> { IsCompletedSuccessfully: true } clip => Of(clip),
                Task<Prior?> { IsCompletedSuccessfully: true } prior => Of(prior),
                Task<Net2Net?> { IsCompletedSuccessfully: true } transformer => Of(transformer),
                _ => null,
            };
            loaded?.Dispose();
        }
    }

    private string In(string file) => Path.Combine(folder, file);

    private void RequireOneTraining(ModelPack pack)
    {
        foreach ((string file, ClipModel clip) in manifest.Clip.Zip(pack.Clips))
        {
            // The end token is found as the highest id, so a word list of another size would end every text elsewhere.
            if (clip.Config.VocabSize != pack.Tokenizer.VocabSize)
                throw Misfit($"the CLIP {file} knows {clip.Config.VocabSize} tokens, but the tokenizer {manifest.Tokenizer} makes {pack.Tokenizer.VocabSize}");
        }
        long codes = pack.Vqgan.codebook.shape[0];
        if (pack.Prior is { } prior && prior.Config.Codes != codes)
            throw Misfit($"the prior {manifest.Prior} writes {prior.Config.Codes} codes, but the VQGAN has {codes}");
        if (pack.Prior is { } reader && reader.Config.ConditionWidth != pack.Clips[0].Config.EmbedDim)
            throw Misfit($"the prior {manifest.Prior} reads embeddings of {reader.Config.ConditionWidth} numbers, but the first CLIP makes {pack.Clips[0].Config.EmbedDim}");
        if (pack.Transformer is { } transformer && transformer.Gpt.Config.VocabSize != codes)
            throw Misfit($"the transformer in {manifest.Prior} writes {transformer.Gpt.Config.VocabSize} codes, but the VQGAN has {codes}");
    }

    private ModelPackException Misfit(string fault) => new(folder, $"{fault}; they must come from the same training.");

    private static void RequireFiles(string folder, ModelPackManifest manifest)
    {
        string[] missing = [.. new[] { manifest.VqganConfig, manifest.Vqgan, manifest.Tokenizer }
            .Concat(manifest.Clip)
            .Concat(manifest.Prior is { } prior ? [prior] : [])
            .Where(file => !File.Exists(Path.Combine(folder, file)))];
        if (missing.Length > 0)
            throw new ModelPackException(folder, $"{(missing.Length == 1 ? "this file is" : "these files are")} missing: {string.Join(", ", missing)}.");
    }
}
