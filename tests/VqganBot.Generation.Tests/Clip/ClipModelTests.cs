using TorchSharp;
using TorchSharp.Modules;
using VqganBot.Generation.Clip;
using static TorchSharp.torch;

namespace VqganBot.Generation.Tests.Clip;

public sealed class ClipModelTests
{
    public static TheoryData<string> Towers => ["ViT", "ResNet"];

    [Theory]
    [MemberData(nameof(Towers))]
    public void EncodeImage_SeveralPictures_GivesOneRowEach(string tower)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        ClipConfig config = Config(tower);
        ClipModel clip = TinyClip.Fresh(config);

        Assert.Equal([3, config.EmbedDim], clip.encode_image(TinyClip.Image(config, 3)).shape);
    }

    [Theory]
    [MemberData(nameof(Towers))]
    public void Backward_FreshNetwork_ReachesEveryParameter(string tower)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        ClipConfig config = Config(tower);
        ClipModel clip = TinyClip.Fresh(config);

        Tensor image = clip.encode_image(TinyClip.Image(config)), text = clip.encode_text(TinyClip.Tokens(28, 4, 5, 29, 0));
        ((torch.matmul(image, text.t()) * clip.logit_scale.exp()).pow(2).sum()).backward();

        foreach ((string name, Parameter weight) in clip.named_parameters())
            Assert.True(weight.grad is not null, $"{name} got no gradient");
    }

    [Fact]
    public void EncodeText_WhatFollowsTheEndToken_DoesNotMatter()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        ClipModel clip = TinyClip.Fresh(TinyClip.ViT);

        Tensor padded = clip.encode_text(TinyClip.Tokens(28, 4, 5, 29, 0, 0, 0));
        Tensor followed = clip.encode_text(TinyClip.Tokens(28, 4, 5, 29, 7, 8, 9));
        Tensor shorter = clip.encode_text(TinyClip.Tokens(28, 4, 5, 29));

        Assert.InRange(TinyClip.Difference(padded, followed), 0, 1e-6);
        Assert.InRange(TinyClip.Difference(padded, shorter), 0, 1e-6);
    }

    [Fact]
    public void EncodeText_TwoEndTokens_EndsAtTheFirst()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        ClipModel clip = TinyClip.Fresh(TinyClip.ViT);

        Tensor once = clip.encode_text(TinyClip.Tokens(28, 4, 29, 0, 0));
        Tensor twice = clip.encode_text(TinyClip.Tokens(28, 4, 29, 6, 29));

        Assert.InRange(TinyClip.Difference(once, twice), 0, 1e-6);
    }

    [Fact]
    public void EncodeText_LongerThanTheContext_SaysHowLongItMayBe()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        ClipModel clip = TinyClip.Fresh(TinyClip.ViT);

        var e = Assert.Throws<ArgumentException>(() => clip.encode_text(TinyClip.Tokens(28, 1, 2, 3, 4, 5, 6, 7, 29)));

        Assert.Contains("9 tokens", e.Message);
        Assert.Contains("reads 8", e.Message);
    }

    [Fact]
    public void EncodeImage_ResNetInEvaluation_DoesNotMixThePicturesOfABatch()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        ClipModel clip = TinyClip.Fresh(TinyClip.ResNet);
        clip.eval();
        Tensor images = TinyClip.Image(TinyClip.ResNet, 3);

        Tensor together = clip.encode_image(images).narrow(0, 0, 1), alone = clip.encode_image(images.narrow(0, 0, 1));

        Assert.InRange(TinyClip.Difference(together, alone), 0, 1e-4);
    }

    [Fact]
    public void Constructor_HeadsThatDoNotDivideTheWidth_SaysSo()
    {
        using DisposeScope scope = torch.NewDisposeScope();

        var e = Assert.Throws<ArgumentException>(() => new ClipModel(TinyClip.ViT with { Text = TinyClip.Text with { Heads = 5 } }));

        Assert.Contains("5 heads", e.Message);
    }

    [Fact]
    public void Constructor_FreshTemperature_IsThatOfThePaper()
    {
        using DisposeScope scope = torch.NewDisposeScope();

        Assert.Equal(1 / 0.07, Math.Exp(TinyClip.Fresh(TinyClip.ViT).logit_scale.item<float>()), 1e-4);
    }

    private static ClipConfig Config(string tower) => tower == "ViT" ? TinyClip.ViT : TinyClip.ResNet;
}
