using VqganBot.Generation.Checkpoints;
using VqganBot.Generation.Clip;
using VqganBot.Generation.Drafts;
using VqganBot.Generation.Packs;
using VqganBot.Generation.Tests.Verification;
using VqganBot.Generation.Vqgan;
using VqganBot.Imaging;
using VqganBot.Training.Clip;
using VqganBot.Training.Clip.Lessons;
using VqganBot.Training.Data;
using VqganBot.Training.Data.Folder;
using VqganBot.Training.Optimisation;
using VqganBot.Training.Packs;
using VqganBot.Training.Prior;
using VqganBot.Training.Reports;
using VqganBot.Training.Toybox;
using VqganBot.Training.Vqgan;
using Xunit;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.Training;

/// <summary>What a community does with its own pictures: train the three networks from a folder, make a pack of them, draft with it.</summary>
public sealed class OwnPackTests : IDisposable
{
    private const int Side = 32;

    private static readonly VqganConfig Tiny = PackNetworks.Vqgan with
    {
        EmbedDim = 4,
        NEmbed = 16,
        ZChannels = 8,
        Resolution = Side,
        ChannelMultipliers = [1, 1],
        AttentionResolutions = [4],
        PatchSize = 4,
    };

    private readonly TemporaryFolder _folder = new();
    private readonly OwnPictures _pictures;

    public OwnPackTests()
    {
        Directory.CreateDirectory(_folder["pictures"]);
        for (var seed = 0ul; seed < 60; seed++)
        {
            var picture = ToyWorld.Draw(seed);
            File.WriteAllBytes(_folder[$"pictures/{seed}.png"], ImageCodec.EncodePng(ToyRenderer.Render(picture)));
            if (picture.Main is { } main)
                File.WriteAllText(_folder[$"pictures/{seed}.txt"], $"a {main.Colour} {main.Object}\nthe {main.Object}");
        }

        _pictures = OwnPictures.Open(_folder["pictures"], Side, true, _folder["pictures.cache"], TextWriter.Null, CancellationToken.None);
        var captions = Enumerable.Range(0, _pictures.Training.Count).SelectMany(_pictures.Training.Captions);
        BpeTrainer.Write(_folder["merges.txt"], BpeTrainer.Learn(captions, 40));
    }

    [Fact]
    public void FolderOfPlainPictures_ThreeTrainings_GiveAPackThatDrafts()
    {
        var lines = new StringWriter();
        using (var vqgan = new VqganTrainer(Vqgan("vqgan.st", 3) with { Codebook = CodebookRule.Legacy }, _pictures.Training))
            vqgan.Run(new ProgressLog(lines, TimeProvider.System, new TrainingReport(_folder["report"], "VQGAN", 0)), new VqganValidation(_pictures.HeldBack, 8, CPU), CancellationToken.None);
        using (var clip = Clip("clip.st", 3))
            clip.Run(new ProgressLog(lines, TimeProvider.System), new CaptionValidation(_pictures.HeldBack.WithCaptions(), clip.Tokenizer, CPU), CancellationToken.None);
        using (var prior = Prior("prior.st", 3))
        using (var heldBack = prior.Validation(_pictures.HeldBack, CancellationToken.None))
            prior.Run(new ProgressLog(lines, TimeProvider.System, new TrainingReport(_folder["drafts"], "prior", 0)), heldBack, CancellationToken.None);
        var sources = new PackSources(_folder["vqgan.st"], _folder["clip.st"], _folder["merges.txt"]) { Prior = _folder["prior.st"] };
        var manifest = PackDefaults.Manifest("ours", sources, PackTexts.For(sources));
        PackBuilder.Build(_folder["pack"], sources, manifest);
        PackCard.Write(_folder["pack"], manifest, sources, null);

        Assert.Contains("recall@1", lines.ToString(), StringComparison.Ordinal);
        Assert.Contains("of 2 held-back pictures", lines.ToString(), StringComparison.Ordinal);
        Assert.True(File.Exists(_folder["report/sheet.png"]));
        Assert.Equal((2 * Side) + 4, ImageCodec.DecodeFile(_folder["drafts/sheet.png"]).Height);
        using (var pack = ModelPack.Load(_folder["pack"], CPU))
        {
            var drafts = new Drafter(pack).Draft(new DraftRequest { Prompt = "a red boat", Candidates = 3, Keep = 2 }, null, TestContext.Current.CancellationToken);
            Assert.Equal([(Side, Side), (Side, Side)], drafts.Select(draft => (draft.Picture.Width, draft.Picture.Height)));
        }

        var told = new StringWriter();
        Assert.True(new PackInspection(_folder["pack"], told).Write());
        Assert.Contains("2 layers x 32, 4 heads, 4x4 places", told.ToString(), StringComparison.Ordinal);
        Assert.Contains("trained on 58 pictures of a folder, 32 pixels a side: 3 steps, 24 pictures seen", told.ToString(), StringComparison.Ordinal);
        Assert.Contains("drafts are 32x32 pixels", told.ToString(), StringComparison.Ordinal);
        var card = File.ReadAllText(_folder["pack/README.md"]);
        Assert.Contains("The VQGAN learnt from 58 pictures of a folder", card, StringComparison.Ordinal);
        Assert.DoesNotContain("28 objects", card, StringComparison.Ordinal);

        File.Delete(_folder["pack/vqgan.safetensors"]);
        Assert.False(new PackInspection(_folder["pack"], told).Write());
        Assert.Contains("vqgan.safetensors", told.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void OneCommand_WithAClipThatIsTrainedAlready_NeedsNoCaptionsAndGoesOnWhereItWasStopped()
    {
        foreach (var captions in Directory.GetFiles(_folder["pictures"], "*.txt"))
            File.Delete(captions);
        var options = new OwnPackOptions
        {
            Pictures = _folder["pictures"], Output = _folder["pack"], Work = _folder["work"], Name = "ours", Vqgan = Tiny, Steps = 2, Batch = 8,
        };
        var fault = Assert.Throws<InvalidDataException>(() => new OwnPackTraining(options, TextWriter.Null).Run(CancellationToken.None));
        Assert.Contains("--clip", fault.Message, StringComparison.Ordinal);

        using (var clip = TinyClip())
            SafetensorsWriter.Write(_folder["clip.safetensors"], clip.state_dict(), clip.Config.ToMetadata());
        options = options with { Clip = (_folder["clip.safetensors"], _folder["merges.txt"]) };
        using (var ended = new CancellationTokenSource())
            Assert.False(new OwnPackTraining(options, new StopAt(ended, 2)).Run(ended.Token));
        Assert.False(Directory.Exists(_folder["pack"]));
        var vqgan = File.ReadAllBytes(_folder["work/vqgan.st"]);
        Assert.True(new OwnPackTraining(options, TextWriter.Null).Run(CancellationToken.None));

        // The part that was finished is not trained again.
        Assert.Equal(vqgan.AsSpan(^1000..).ToArray(), File.ReadAllBytes(_folder["work/vqgan.st"]).AsSpan(^1000..).ToArray());
        Assert.True(File.Exists(_folder["work/prior/curves.png"]));
        using var pack = ModelPack.Load(_folder["pack"], CPU);
        Assert.Single(new Drafter(pack).Draft(new DraftRequest { Prompt = "a red boat", Candidates = 2 }, null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Run_Interrupted_EndsAsIfItNeverWas()
    {
        foreach (var train in (Func<string, Trained>[])[TrainGumbel, TrainClip, TrainPrior])
        {
            var whole = Weights(train, "whole.st", 4);
            var parts = Weights(train, "parts.st", 2, 4);
            Assert.Equal(whole, parts);
            File.Delete(_folder["whole.st"]);
            File.Delete(_folder["parts.st"]);
            if (train == TrainGumbel)
                Keep("vqgan.st", TrainGumbel);
            if (train == TrainClip)
                Keep("clip.st", TrainClip);
        }

        void Keep(string state, Func<string, Trained> train) => Weights(train, state, 4);
    }

    [Fact]
    public void TrainStep_Prior_ComesToKnowItsPictures()
    {
        using (var vqgan = new VqganTrainer(Vqgan("vqgan.st", 1), _pictures.Training))
            vqgan.Run(Quiet, null, CancellationToken.None);
        using (var clip = Clip("clip.st", 1))
            clip.Run(Quiet, null, CancellationToken.None);
        using var prior = Prior("prior.st", 60);
        var clock = new TrainingClock(Common("prior.st", 60), 0);

        var losses = Enumerable.Range(0, 40).Select(_ => prior.TrainStep(clock, Quiet)).ToArray();

        Assert.True(losses[^1] < 0.7 * losses[0], $"The entropy went from {losses[0]} to {losses[^1]}.");
    }

    [Fact]
    public void Restore_LeftByAKilledWriter_IsTidiedAndTheStateStands()
    {
        Weights(TrainClip, "clip.st", 2);
        var state = File.ReadAllBytes(_folder["clip.st"]);
        File.WriteAllBytes(_folder["clip.st.0123456789abcdef.tmp"], state[..1000]);

        using var trainer = Clip("clip.st", 4);

        Assert.Equal(2, trainer.Step);
        Assert.Empty(Directory.GetFiles(_folder.Root, "*.tmp"));
    }

    public void Dispose()
    {
        _pictures.Dispose();
        _folder.Dispose();
    }

    private static ProgressLog Quiet => new(TextWriter.Null, TimeProvider.System);

    private float[] Weights(Func<string, Trained> train, string state, params long[] stops)
    {
        float[] weights = [];
        foreach (var stop in stops)
        {
            using var training = train(state);
            using var ended = new CancellationTokenSource();
            training.Run(new ProgressLog(new StopAt(ended, stop), TimeProvider.System), ended.Token);
            Assert.Equal(stop, training.Step());
            weights = [.. training.Network.state_dict().Values.Where(value => value.is_floating_point()).SelectMany(value => value.data<float>().ToArray())];
        }

        return weights;
    }

    private Trained TrainGumbel(string state)
    {
        var trainer = new VqganTrainer(Vqgan(state, 4) with { Network = Tiny with { Target = PackNetworks.Gumbel } }, _pictures.Training);
        return new Trained(trainer, trainer.Network, (log, token) => trainer.Run(log, null, token), () => trainer.Step);
    }

    private Trained TrainClip(string state)
    {
        var trainer = Clip(state, 4);
        return new Trained(trainer, trainer.Network, (log, token) => trainer.Run(log, null, token), () => trainer.Step);
    }

    private Trained TrainPrior(string state)
    {
        var trainer = Prior(state, 4);
        return new Trained(trainer, trainer.Trained, (log, token) => trainer.Run(log, null, token), () => trainer.Step);
    }

    private TrainingOptions Common(string state, long steps) =>
        new() { State = _folder[state], Steps = steps, Batch = 8, LearningRate = 3e-3, WarmUp = 1, LogEvery = 1 };

    private VqganTrainingOptions Vqgan(string state, long steps) => new() { Common = Common(state, steps), Network = Tiny };

    private ClipTrainer Clip(string state, long steps)
    {
        var options = new ClipTrainingOptions
        {
            Common = Common(state, steps),
            Network = ClipSizes(),
            Tokenizer = _folder["merges.txt"],
        };
        return new ClipTrainer(options, new FolderLessons(options, _pictures.Training.WithCaptions()));
    }

    private ClipModel TinyClip() => new(ClipSizes());

    private ClipConfig ClipSizes() => new(
        16, new VisionTransformerConfig(Side, 8, 32, 1) { Heads = 2 }, new ClipTextConfig(12, ClipTokenizer.FromMerges(_folder["merges.txt"]).VocabSize, 32, 1) { Heads = 4 });

    private PriorTrainer Prior(string state, long steps) => new(
        new PriorTrainingOptions { Common = Common(state, steps), Vqgan = _folder["vqgan.st"], Clip = _folder["clip.st"], Layers = 2, Heads = 4, Width = 32 },
        _pictures.Training);

    private sealed record Trained(IDisposable Trainer, nn.Module Network, Action<ProgressLog, CancellationToken> Run, Func<long> Step) : IDisposable
    {
        public void Dispose() => Trainer.Dispose();
    }
}
