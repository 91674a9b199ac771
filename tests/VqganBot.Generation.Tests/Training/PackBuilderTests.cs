using VqganBot.Generation.Clip;
using VqganBot.Generation.Packs;
using VqganBot.Training.Clip;
using VqganBot.Training.Clip.Lessons;
using VqganBot.Training.Data;
using VqganBot.Training.Optimisation;
using VqganBot.Training.Packs;
using VqganBot.Training.Vqgan;
using Xunit;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.Training;

public sealed class PackBuilderTests
{
    [Fact]
    public void Build_TrainedStates_GiveAPackThatLoads()
    {
        using var folder = new TrainingFolder();
        using var set = RenderedSet.Open(folder.Set);
        TrainBoth(folder, set);
        var manifest = new ModelPackManifest
        {
            Name = "test",
            Vqgan = "vqgan.safetensors",
            VqganConfig = "vqgan.yaml",
            Clip = ["clip.safetensors"],
            Tokenizer = "merges.txt",
            DefaultSize = [64, 64],
        };

        var sources = new PackSources(folder.In("vqgan.st"), folder.In("clip.st"), folder.Merges);
        PackBuilder.Build(folder.In("pack"), sources, manifest);
        PackCard.Write(folder.In("pack"), manifest, sources, "PSNR 99");
        using var pack = ModelPack.Load(folder.In("pack"), CPU);

        Assert.Equal(8, pack.Vqgan.Config.DownsampleFactor);
        Assert.Equal(pack.Tokenizer.VocabSize, pack.Clips[0].Config.VocabSize);
        Assert.Equal(64, pack.Clips[0].Config.InputResolution);
        using var still = no_grad();
        Assert.Equal([2, 3, 64, 64], pack.Vqgan.decode(pack.Vqgan.quantize(zeros([2, 32, 8, 8])).quantized).shape);
        var card = File.ReadAllText(folder.In("pack/README.md"));
        Assert.Contains("1 steps, 4 pictures seen", card, StringComparison.Ordinal);
        Assert.Contains("PSNR 99", card, StringComparison.Ordinal);
        Assert.InRange(new DirectoryInfo(folder.In("pack")).EnumerateFiles().Sum(file => file.Length), 1 << 20, 9 << 20);
    }

    private static void TrainBoth(TrainingFolder folder, RenderedSet set)
    {
        var common = new TrainingOptions { Set = folder.Set, State = folder.In("vqgan.st"), Steps = 1, Batch = 4, WarmUp = 1 };
        var log = new ProgressLog(TextWriter.Null, TimeProvider.System);
        using (var vqgan = new VqganTrainer(new VqganTrainingOptions { Common = common, Network = PackNetworks.Vqgan }, set))
            vqgan.Run(log, null, CancellationToken.None);
        var clip = new ClipTrainingOptions
        {
            Common = common with { State = folder.In("clip.st") },
            Network = PackNetworks.Clip(ClipTokenizer.FromMerges(folder.Merges).VocabSize, PackNetworks.ClipWidth),
            Tokenizer = folder.Merges,
        };
        using var trainer = new ClipTrainer(clip, new DrawnLessons(clip, set));
        trainer.Run(log, null, CancellationToken.None);
    }
}
