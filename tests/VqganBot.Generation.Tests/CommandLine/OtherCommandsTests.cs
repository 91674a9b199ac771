namespace VqganBot.Generation.Tests.CommandLine;

public sealed class OtherCommandsTests(ChildProcess program) : IClassFixture<ChildProcess>
{
    [Fact]
    public void Doctor_WhereEverythingIsInstalled_MeasuresAStepAndSucceeds()
    {
        var result = program.Run("doctor");

        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.All((string[])["libtorch", "libvips", "memory", "threads", "device", "built-in", "s/step", "All is well"],
            word => Assert.Contains(word, result.Out.Replace("steps/s", "s/step")));
    }

    [Fact]
    public void ModelsList_ShowsWhatIsHereAndWhatCanBeFetched()
    {
        var result = program.Run("models", "list");

        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Contains("tiny", result.Out);
        Assert.Contains("imagenet-16384", result.Out);
    }

    [Fact]
    public void ModelsPull_OfAnUnknownName_SaysWhichThereAre()
    {
        var result = program.Run("models", "pull", "nowhere");

        Assert.Equal(1, result.Code);
        Assert.Contains("imagenet-16384", result.Error);
    }

    [Fact]
    public void Imagine_WithAModelThatIsNotHere_NamesTheCommandThatFetchesIt()
    {
        var result = program.Run("imagine", "a star", "--model", "imagenet-16384");

        Assert.Equal(1, result.Code);
        Assert.Contains("models pull imagenet-16384", result.Error);
    }

    [Fact]
    public void VerifyGolden_OfAFolderThatIsNotThere_Fails()
    {
        var result = program.Run("models", "verify-golden", "nowhere");

        Assert.Equal(1, result.Code);
        Assert.Contains("nowhere", result.Out);
        Assert.Contains("0 passed, 1 failed", result.Out);
    }

    [Fact]
    public void Inspect_OfTheTinyModel_TellsWhatItIs()
    {
        var result = program.Run("models", "inspect", "../models/tiny/vqgan.safetensors");

        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Contains("a VQGAN of 32 codes of length 8, ", result.Out);
        Assert.Contains("decoder.conv_in.weight", result.Out);
    }
}
