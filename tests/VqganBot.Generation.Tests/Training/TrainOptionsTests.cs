using VqganBot.Training.Commands;
using Xunit;

namespace VqganBot.Generation.Tests.Training;

public sealed class TrainOptionsTests
{
    [Theory]
    [InlineData("vqgan --set a --state b", null)]
    [InlineData("vqgan --pictures a --state b --resolution 256 --channels 128 --multipliers 1,1,2,2,4 --res-blocks 2 --attention 16 --embed 256 --z-channels 256 --codes 16384 --patch 1", null)]
    [InlineData("vqgan --pictures a --state b --gumbel --attention none --discriminator-start 1000 --discriminator-loss vanilla --lpips c d --precision bfloat16", null)]
    [InlineData("vqgan --state b", "either --set")]
    [InlineData("vqgan --set a --pictures c --state b", "either --set")]
    [InlineData("vqgan --set a --state b --resolution 128", "--pictures only")]
    [InlineData("vqgan --pictures a --state b --resolution 4", "from 8 to 2048")]
    [InlineData("vqgan --pictures a --state b --multipliers 1,x", "--multipliers: '1,x'")]
    [InlineData("vqgan --pictures a --state b --attention all", "'all'")]
    [InlineData("vqgan --pictures a --state b --lpips c --perceptual-clip d", "not both")]
    [InlineData("clip --set a --state b --tokenizer c", null)]
    [InlineData("clip --pictures a --state b --tokenizer c --tower vit --patch 16 --width 192 --layers 6", null)]
    [InlineData("clip --pictures a --state b --tokenizer c --blocks 1,2,2", "--blocks: '1,2,2'")]
    [InlineData("prior --pictures a --state b --vqgan c --clip d --report e", null)]
    [InlineData("prior --state b --vqgan c --clip d", "either --set")]
    [InlineData("pack --pictures a --out b --minutes 30 --codes 1024", null)]
    [InlineData("pack --pictures a --out b --resolution 48", "multiple of 32")]
    [InlineData("pack --pictures a --out b --clip c", "belong together")]
    [InlineData("tokenizer --out a --pictures b", null)]
    public void Parse_OfTrain_TakesWhatFitsAndSaysWhatDoesNot(string line, string? fault)
    {
        var errors = string.Join('\n', TrainCommand.Create().Parse(line).Errors.Select(error => error.Message));

        if (fault is null)
            Assert.Empty(errors);
        else
            Assert.Contains(fault, errors, StringComparison.Ordinal);
    }
}
