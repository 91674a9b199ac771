using TorchSharp;
using VqganBot.Generation.Checkpoints;
using VqganBot.Generation.Tests.Verification;
using VqganBot.Generation.Vqgan;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.Vqgan;

public sealed class VqganLoadTests
{
    [Fact]
    public void Load_WhatWasWritten_IsTheSameNetworkFrozen()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using var folder = new TemporaryFolder();
        VqganModel fresh = Write(folder, TinyVqgan.Plain with { PatchSize = 2 });

        VqganModel loaded = VqganModel.Load(folder["model.yaml"], folder["weights.safetensors"]);

        Tensor image = TinyVqgan.Image(16, 24);
        Assert.Equal(0, (fresh.encode(image) - loaded.encode(image)).abs().max().item<float>());
        Assert.All(loaded.parameters(), weight => Assert.False(weight.requires_grad));
        Assert.False(loaded.training);
    }

    [Fact]
    public void Load_Float16File_ComputesInFloat32OnTheRoundedWeights()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using var folder = new TemporaryFolder();
        VqganModel fresh = Write(folder, TinyVqgan.Plain, tensor => tensor.to(ScalarType.Float16));

        VqganModel loaded = VqganModel.Load(folder["model.yaml"], folder["weights.safetensors"]);

        Assert.All(loaded.parameters(), weight => Assert.Equal(ScalarType.Float32, weight.dtype));
        Dictionary<string, Tensor> state = loaded.state_dict();
        foreach ((string key, Tensor value) in fresh.state_dict())
            Assert.True(value.to(ScalarType.Float16).to(ScalarType.Float32).eq(state[key]).all().item<bool>(), key);
    }

    [Fact]
    public void Load_CodebookOfAnotherSize_NamesBothShapes()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using var folder = new TemporaryFolder();
        Write(folder, TinyVqgan.Plain);
        File.WriteAllText(folder["model.yaml"], (TinyVqgan.Plain with { NEmbed = 41 }).ToYaml());

        var e = Assert.Throws<CheckpointException>(() => VqganModel.Load(folder["model.yaml"], folder["weights.safetensors"]));

        Assert.Contains("quantize.embedding.weight", e.Message);
        Assert.Contains("[40, 6]", e.Message);
        Assert.Contains("[41, 6]", e.Message);
    }

    [Fact]
    public void Load_DoubleZ_SaysWhatAVqganHas()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using var folder = new TemporaryFolder();
        Write(folder, TinyVqgan.Plain);
        File.WriteAllText(folder["model.yaml"], (TinyVqgan.Plain with { DoubleZ = true }).ToYaml());

        var e = Assert.Throws<CheckpointException>(() => VqganModel.Load(folder["model.yaml"], folder["weights.safetensors"]));

        Assert.Contains("double_z: false", e.Message);
        Assert.EndsWith("model.yaml", e.File);
    }

    private static VqganModel Write(TemporaryFolder folder, VqganConfig config, Func<Tensor, Tensor>? convert = null)
    {
        VqganModel fresh = TinyVqgan.Fresh(config);
        File.WriteAllText(folder["model.yaml"], config.ToYaml());
        SafetensorsWriter.Write(folder["weights.safetensors"], fresh.state_dict().Select(pair => KeyValuePair.Create(pair.Key, (convert ?? (t => t))(pair.Value))));
        return fresh;
    }
}
