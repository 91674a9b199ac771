using TorchSharp;
using VqganBot.Generation.Checkpoints;
using VqganBot.Generation.Vqgan;
using VqganBot.Models;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.Models;

/// <summary>A training checkpoint keeps its pictures, and loses only what training needs, when it is made lean.</summary>
public sealed class LeanCheckpointTests : IDisposable
{
    private static readonly string Golden = Path.Combine(AppContext.BaseDirectory, "Verification", "Fixtures", "golden");
    private readonly string _folder = Directory.CreateTempSubdirectory("vqganbot-lean-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("vqgan_wide")]
    [InlineData("vqgan_gumbel")]
    public void Write_TrainingCheckpoint_PaintsTheSameFromLess(string name)
    {
        string checkpoint = Path.Combine(Golden, name, "model.ckpt");
        string yaml = Path.Combine(Golden, name, "model.yaml");
        string lean = Path.Combine(_folder, "lean.safetensors");

        LeanCheckpoint.Write(checkpoint, lean);

        using (Checkpoint file = Checkpoint.Open(lean))
        {
            Assert.Equal("safetensors", file.Format);
            Assert.DoesNotContain(file.Tensors.Keys, key => key.StartsWith("loss.", StringComparison.Ordinal));
        }

        Assert.True(new FileInfo(lean).Length < new FileInfo(checkpoint).Length);
        Assert.Equal(Picture(yaml, checkpoint), Picture(yaml, lean));
    }

    [Fact]
    public void Write_FirstStageOfATransformer_IsFoundWithin()
    {
        string source = Path.Combine(Golden, "vqgan_gumbel", "model.ckpt");
        string nested = Path.Combine(_folder, "net2net.safetensors");
        string lean = Path.Combine(_folder, "lean.safetensors");
        int wanted;
        using (Checkpoint file = Checkpoint.Open(source))
        {
            wanted = file.Tensors.Keys.Count(key => !key.StartsWith("loss.", StringComparison.Ordinal) && key != "colorize");
            SafetensorsWriter.Write(nested, file.Tensors.Keys.Select(key => KeyValuePair.Create("first_stage_model." + key, file.Read(key)))
                .Append(KeyValuePair.Create("transformer.decoder.weight", torch.zeros(2, 2))));
        }

        LeanCheckpoint.Write(nested, lean);

        using Checkpoint written = Checkpoint.Open(lean);
        Assert.Equal(wanted, written.Tensors.Count);
        Assert.Contains("decoder.conv_in.weight", written.Tensors.Keys);
    }

    [Fact]
    public void Write_FileWithoutAVqgan_SaysSoAndWritesNothing()
    {
        string other = Path.Combine(_folder, "other.safetensors");
        string lean = Path.Combine(_folder, "lean.safetensors");
        SafetensorsWriter.Write(other, [KeyValuePair.Create("visual.proj", torch.zeros(2, 2))]);

        CheckpointException error = Assert.Throws<CheckpointException>(() => LeanCheckpoint.Write(other, lean));

        Assert.Contains("holds no VQGAN", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(lean));
    }

    private static float[] Picture(string yaml, string weights)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using IDisposable still = torch.no_grad();
        using VqganModel model = VqganModel.Load(yaml, weights);
        Tensor codes = model.codebook.slice(0, 0, 16, 1); // [16, C]
        Tensor latent = codes.transpose(0, 1).contiguous().view(1, -1, 4, 4); // [1, C, 4, 4]
        return [.. model.decode(latent).contiguous().data<float>()];
    }
}
