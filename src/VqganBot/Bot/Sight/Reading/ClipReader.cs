using System.Globalization;
using System.Security.Cryptography;
using TorchSharp;
using VqganBot.Generation.Classification;
using VqganBot.Generation.Packs;
using VqganBot.Hosting;
using VqganBot.Imaging;
using VqganBot.Jobs;
using VqganBot.Models;

namespace VqganBot.Bot.Sight;

/// <summary>The first CLIP of the default model, a second time and without what paints: on the CPU, so that no question ever waits for a painting or holds one up.</summary>
internal sealed class ClipReader : IPictureReader
{
    private readonly ClipEmbedder _clip;
    private readonly Lazy<PhraseRanker> _phrases;

    private ClipReader(ClipEmbedder clip, string sum, Func<PhraseLists> phrases)
    {
        _clip = clip;
        _phrases = new Lazy<PhraseRanker>(() => new PhraseRanker(clip, phrases()), isThreadSafe: false);
        Sum = sum;
    }

    public string Sum { get; }

    public static ClipReader Load(InstalledModels models, JobOptions jobs, BotPaths paths)
    {
        var folder = models.FindPack(jobs.DefaultModel);
        var manifest = ModelPackManifest.Read(folder);
        var file = Path.Combine(folder, manifest.Clip[0]);
        var clip = ClipEmbedder.Load(file, Path.Combine(folder, manifest.Tokenizer), torch.CPU);
        return new ClipReader(clip, SumOf(file), () => PhraseCatalog.Load(Path.Combine(paths.ConfigFolder, "phrases.json")).For(manifest.Name));
    }

    public float[] See(Rgb24Image picture) => _clip.Picture(picture);

    public float[] Read(string words) => _clip.Text(words);

    /// <summary>The whole sentence, the runner-up among the subjects in the same place, and the subject by itself.</summary>
    public IReadOnlyList<string> Describe(Rgb24Image picture)
    {
        var seen = _phrases.Value.Describe(_clip.Picture(picture));
        var (scene, style) = (seen.Scenes[0].Label, seen.Styles[0].Label);
        return [.. new[] { seen.Prompt, $"{seen.Subjects[Math.Min(1, seen.Subjects.Count - 1)].Label} {scene}, {style}", $"{seen.Subjects[0].Label}, {style}" }.Distinct()];
    }

    public void Dispose() => _clip.Dispose();

    private static string SumOf(string file)
    {
        using var bytes = File.OpenRead(file);
        return string.Create(CultureInfo.InvariantCulture, $"{Convert.ToHexStringLower(SHA256.HashData(bytes))}/{ClipEmbedder.PreprocessingVersion}");
    }
}
