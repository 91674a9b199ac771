using TorchSharp;
using VqganBot.Generation.Checkpoints;
using VqganBot.Generation.Clip;
using VqganBot.Generation.Drafts;
using VqganBot.Generation.Packs;
using VqganBot.Generation.Synthesis;
using VqganBot.Generation.Tests.Clip;
using VqganBot.Generation.Tests.Verification;
using VqganBot.Generation.Tests.Vqgan;
using VqganBot.Generation.Transformer;
using VqganBot.Generation.Vqgan;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.Drafts;

/// <summary>Packs whose VQGAN and transformer lie in one checkpoint of taming's.</summary>
public sealed class Net2NetPackTests : IDisposable
{
    private const string Labels = "target: taming.modules.util.Labelator, params: { n_classes: 3 }";

    private static readonly DraftRequest Request = new() { Prompt = "a sea", Seed = 4, Candidates = 4, Keep = 4 };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Draft_ClassConditional_DrawsTheClassThatIsNamed()
    {
        using ModelPack pack = Load($"cond_stage_config: {{ {Labels} }}");

        string[] drawn = [.. Enumerable.Range(0, 3).Select(number => Codes(pack, Request with { Sampling = new SamplingSettings { Class = number } }))];
        Assert.Equal(3, drawn.Distinct().Count());
        Assert.Equal(drawn[1], Codes(pack, Request with { Sampling = new SamplingSettings { Class = 1, Guidance = 5 } }));
        Assert.Contains("one of 3 classes, and none is named", Assert.Throws<PaintingRequestException>(() => Codes(pack, Request)).Message);
        Assert.Contains("classes 0 to 2, not 3", Assert.Throws<PaintingRequestException>(() => Codes(pack, Request with { Sampling = new SamplingSettings { Class = 3 } })).Message);

        using Painting painting = new Painter(pack).Start(new PaintingRequest { Prompt = "a sea", Width = 32, Height = 32, Settings = new PaintingSettings { InitialLatent = InitialLatentKind.Draft } });
        Assert.Contains("none is named", Assert.Single(painting.Notes));
    }

    [Theory]
    [InlineData("unconditional: true\n    sos_token: 2\n    cond_stage_config: __is_unconditional__")]
    [InlineData("cond_stage_config: { target: taming.modules.util.SOSProvider, params: { sos_token: 2 } }")]
    public void Draft_Unconditional_BeginsWithTheStartTokenAndClipChooses(string condition)
    {
        using ModelPack labelled = Load($"cond_stage_config: {{ {Labels} }}"), pack = Load(condition);

        IReadOnlyList<Draft> drafts = new Drafter(pack).Draft(Request, null, TestContext.Current.CancellationToken);

        Assert.Equal(Codes(labelled, Request with { Sampling = new SamplingSettings { Class = 2 } }), Codes(pack, Request));
        Assert.Equal(drafts.OrderByDescending(draft => draft.Similarity), drafts);
        Assert.Contains("knows no classes", Assert.Throws<PaintingRequestException>(() => Codes(pack, Request with { Sampling = new SamplingSettings { Class = 1 } })).Message);
    }

    [Fact]
    public void Load_ConditionOfAnotherKind_SaysWhichWouldDo()
    {
        var e = Assert.Throws<CheckpointException>(() => Load("cond_stage_config: { target: taming.modules.misc.coord.CoordStage }"));

        Assert.Contains("CoordStage", e.Message);
        Assert.Contains("Labelator", e.Message);
    }

    private static string Codes(ModelPack pack, DraftRequest request) =>
        string.Join(";", new Drafter(pack).Draft(request, null, TestContext.Current.CancellationToken).OrderBy(draft => draft.Number).Select(draft => string.Join(",", draft.Codes)));

    private ModelPack Load(string condition)
    {
        using DisposeScope scope = NewDisposeScope();
        VqganConfig config = TinyVqgan.Plain with { Resolution = 8 };
        ClipConfig clip = TinyClip.ViT with { Text = TinyClip.Text with { VocabSize = 516 } };
        Gpt gpt = TinyPrior.Fill(new Gpt(new GptConfig(config.NEmbed, 16, 1, 2, 8)));
        // Of VqganConfig's own YAML the parameters, put where a Net2NetTransformer has them.
        string first = string.Join('\n', config.ToYaml().Split('\n').Skip(1).Select(line => "    " + line));
        File.WriteAllText(_folder["model.yaml"],
            $"model:\n  target: taming.models.cond_transformer.Net2NetTransformer\n  params:\n    first_stage_config:\n{first}\n    transformer_config: {{ params: {{ n_head: 2 }} }}\n    {condition}\n");
        SafetensorsWriter.Write(_folder["last.ckpt"],
        [
            .. TinyVqgan.Fresh(config).state_dict().Select(pair => new KeyValuePair<string, Tensor>("first_stage_model." + pair.Key, pair.Value)),
            .. gpt.state_dict().Select(pair => new KeyValuePair<string, Tensor>("transformer." + pair.Key, pair.Value)),
        ]);
        SafetensorsWriter.Write(_folder["clip.safetensors"], TinyClip.Fresh(clip).state_dict(), clip.ToMetadata());
        File.WriteAllText(_folder["merges.txt"], "#version: 0.2\na b\nab c</w>\n");
        File.WriteAllText(_folder["pack.json"],
            """{ "name": "tiny", "vqgan": "last.ckpt", "vqganConfig": "model.yaml", "clip": ["clip.safetensors"], "tokenizer": "merges.txt", "prior": "last.ckpt" }""");
        return ModelPack.Load(_folder.Root, CPU);
    }
}
