using TorchSharp;
using TorchSharp.Modules;
using VqganBot.Generation.Checkpoints;
using VqganBot.Generation.Clip;
using VqganBot.Generation.Clip.Loading;
using VqganBot.Generation.Tests.Verification;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.Clip;

public sealed class ClipLoadTests
{
    [Fact]
    public void Load_FileWithOurMetadata_NeedsNothingBesideIt()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using var folder = new TemporaryFolder();
        ClipConfig config = TinyClip.ViT with { Activation = ClipActivation.Gelu, Mean = [0.5f, 0.4f, 0.3f], Std = [0.25f, 0.5f, 1] };
        ClipModel fresh = TinyClip.Fresh(config);
        SafetensorsWriter.Write(folder["clip.safetensors"], fresh.state_dict(), config.ToMetadata());

        ClipModel loaded = ClipModel.Load(folder["clip.safetensors"]);

        Assert.Equal(config.Activation, loaded.Config.Activation);
        Assert.Equal(4, ((VisionTransformerConfig)loaded.Config.Vision).Heads);
        Assert.Equal(2, loaded.Config.Text.Heads);
        Assert.Equal([0.5f, 0.4f, 0.3f], loaded.Mean);
        Tensor image = TinyClip.Image(config);
        Assert.Equal(0, TinyClip.Difference(fresh.encode_image(image), loaded.encode_image(image)));
    }

    [Fact]
    public void Load_AnyFile_IsFrozenAndStillGivesThePictureAGradient()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        ClipModel clip = ClipModel.Load(Path.Combine(Golden.Committed("clip_rn"), "weights.pt"));
        Tensor image = TinyClip.Image(clip.Config).requires_grad_(true);

        clip.encode_image(image).sum().backward();

        Assert.All(clip.parameters(), weight => Assert.False(weight.requires_grad));
        Assert.All(clip.parameters(), weight => Assert.Null(weight.grad));
        Assert.True(image.grad!.abs().sum().item<float>() > 0);
        Assert.False(clip.training);
    }

    [Fact]
    public void Load_HuggingFaceNames_IsTheSameNetwork()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using var folder = new TemporaryFolder();
        ClipModel fresh = TinyClip.Fresh(TinyClip.ViT);
        IReadOnlyDictionary<string, Tensor> views = new HuggingFaceNames().Targets(fresh);
        SafetensorsWriter.Write(folder["model.safetensors"], views.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.contiguous())));
        File.WriteAllText(folder["config.json"], """
            { "text_config": { "num_attention_heads": 2 }, "vision_config": { "num_attention_heads": 4, "hidden_act": "quick_gelu" } }
            """);

        ClipModel loaded = ClipModel.Load(folder["model.safetensors"]);

        AssertSameState(fresh, loaded);
        Tensor image = TinyClip.Image(TinyClip.ViT), tokens = TinyClip.Tokens(28, 4, 29);
        Assert.Equal(0, TinyClip.Difference(fresh.encode_image(image), loaded.encode_image(image)));
        Assert.Equal(0, TinyClip.Difference(fresh.encode_text(tokens), loaded.encode_text(tokens)));
    }

    [Fact]
    public void Load_OpenClipConfiguration_GivesHeadsActivationAndNormalisation()
    {
        using DisposeScope scope = torch.NewDisposeScope();

        ClipModel clip = ClipModel.Load(Path.Combine(Golden.Committed("clip_open"), "open_clip_pytorch_model.bin"));

        Assert.Equal(1, ((VisionTransformerConfig)clip.Config.Vision).Heads); // one of 80 channels
        Assert.Equal(4, clip.Config.Text.Heads);
        Assert.Equal(ClipActivation.Gelu, clip.Config.Activation);
        Assert.Equal([0.5f, 0.5f, 0.5f], clip.Mean);
        Assert.Equal((48, 24, 12, 70), (clip.Config.InputResolution, clip.Config.EmbedDim, clip.Config.ContextLength, clip.Config.VocabSize));
    }

    [Fact]
    public void Load_WeightMissing_NamesIt()
    {
        CheckpointException e = LoadChanged(state => state.Remove("visual.transformer.resblocks.1.mlp.c_fc.bias"));

        Assert.Equal("visual.transformer.resblocks.1.mlp.c_fc.bias", e.Key);
        Assert.Contains("missing", e.Message);
    }

    [Fact]
    public void Load_WeightTooMany_NamesIt()
    {
        CheckpointException e = LoadChanged(state => state["visual.extra"] = torch.zeros([2]));

        Assert.Equal("visual.extra", e.Key);
        Assert.Contains("no place", e.Message);
    }

    [Fact]
    public void Load_WeightOfAnotherShape_NamesBothShapes()
    {
        CheckpointException e = LoadChanged(state => state["visual.ln_post.weight"] = torch.zeros([7]));

        Assert.Contains("[7]", e.Message);
        Assert.Contains("[32]", e.Message);
    }

    [Fact]
    public void Load_FileOfAnotherKind_SaysThatItIsNoClip()
    {
        var e = Assert.Throws<CheckpointException>(() => ClipModel.Load(Path.Combine(Golden.Committed("gpt"), "state_dict.pt")));

        Assert.Contains("no CLIP", e.Message);
    }

    private static CheckpointException LoadChanged(Action<Dictionary<string, Tensor>> change)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using var folder = new TemporaryFolder();
        Dictionary<string, Tensor> state = TinyClip.Fresh(TinyClip.ViT).state_dict();
        change(state);
        SafetensorsWriter.Write(folder["clip.safetensors"], state, TinyClip.ViT.ToMetadata());
        return Assert.Throws<CheckpointException>(() => ClipModel.Load(folder["clip.safetensors"]));
    }

    private static void AssertSameState(ClipModel a, ClipModel b)
    {
        Dictionary<string, Tensor> theirs = b.state_dict();
        foreach ((string key, Tensor value) in a.state_dict())
            Assert.Equal(0, TinyClip.Difference(value, theirs[key]));
    }
}
