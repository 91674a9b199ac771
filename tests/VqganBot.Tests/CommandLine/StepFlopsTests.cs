using VqganBot.CommandLine.Bench;
using VqganBot.Generation.Clip;
using VqganBot.Generation.Vqgan;

namespace VqganBot.Tests.CommandLine;

/// <summary>Against counting by hand and against published counts; the test project with tensors counts the weights themselves.</summary>
public sealed class StepFlopsTests
{
    [Fact]
    public void Decoder_OfOneLevel_IsWhatAPersonCounts()
    {
        var count = new FlopCount();
        StepFlops.Decoder(count, new VqganConfig
        {
            Target = "taming.models.vqgan.VQModel", EmbedDim = 4, NEmbed = 10, ZChannels = 8, Resolution = 16,
            Channels = 32, ChannelMultipliers = [1], ResBlocks = 1, AttentionResolutions = [],
        }, cells: 16);

        double block = 2 * (2 * 32 * 32 * 9 * 16);          // two 3x3 convolutions of 32 channels on 16 cells
        double layers = (2 * 4 * 8 * 16)                    // post_quant_conv, 1x1
            + (2 * 8 * 32 * 9 * 16)                         // conv_in
            + block + (4 * 2 * 32 * 32 * 16) + block        // mid: q, k, v and proj_out between two blocks
            + (2 * block)                                   // the level: one block more than the encoder has
            + (2 * 32 * 3 * 9 * 16);                        // conv_out
        double products = 2 * (2 * 16 * 32 * 16);           // q·k and weights·v
        Assert.Equal(layers + products, count.Forward);
        Assert.Equal(layers + (2 * products), count.Backward);
    }

    [Fact]
    public void ImageTower_OfOneLayer_IsWhatAPersonCounts()
    {
        var count = new FlopCount();
        StepFlops.ImageTower(count, new VisionTransformerConfig(8, 4, 64, 1), embedDim: 16, views: 2);

        double rows = 2 * 5;                                // two views of four patches and a class token
        double layers = (2 * 3 * 64 * 16 * 8)               // eight patches of 4x4
            + (2 * rows * 64 * 192) + (2 * rows * 64 * 64) + (2 * 2 * rows * 64 * 256)
            + (2 * 2 * 64 * 16);                            // the class tokens, projected
        double products = 2 * (2 * 2 * 5 * 64 * 5);
        Assert.Equal(layers + products, count.Forward);
        Assert.Equal(layers + (2 * products), count.Backward);
    }

    // vqgan-clip.md section 2.1 counted so many multiply-adds of the published decoder, and 4.4 and 17.6 for a view of ViT-B/32 and /16 (8.2).
    [Theory]
    [InlineData(256, 126)]
    [InlineData(384, 285)]
    [InlineData(512, 509)]
    public void Decoder_OfPublishedSize_HasThePublishedCount(int side, double multiplyAdds)
    {
        var count = new FlopCount();
        StepFlops.Decoder(count, BenchModel.Vqgan(VqganShape.Known[0]), side / 16.0 * (side / 16.0));

        Assert.Equal(multiplyAdds, count.Forward / 2e9, tolerance: 0.5);
    }

    [Theory]
    [InlineData("ViT-B/32", 4.4)]
    [InlineData("ViT-B/16", 17.6)]
    public void ImageTower_OfPublishedSize_HasThePublishedCount(string name, double multiplyAdds)
    {
        var shape = Array.Find(ClipShape.Known, shape => shape.Name == name)!;
        var count = new FlopCount();
        StepFlops.ImageTower(count, BenchModel.ImageTower(shape), shape.EmbedDim, views: 1);

        Assert.Equal(multiplyAdds, count.Forward / 2e9, tolerance: 0.1);
    }
}
