using VqganBot.Jobs;
using VqganBot.Tests.EndToEnd.Acceptance.Setup;

namespace VqganBot.Tests.EndToEnd.Acceptance;

/// <summary>Several pictures in one reply.</summary>
public sealed class GridTests
{
    [Fact]
    public Task TileButton_OfFour_VariesThatTile() => BotFixture.RunAsync(async bot =>
    {
        var grid = await bot.PaintAsync(bot.World.Basho, "four frogs at a pond", ("count", 4L), ("steps", 2L));
        Assert.Equal(["V1", "V2", "V3", "V4"], new[] { "V1", "V2", "V3", "V4" }.Where(label => grid.FindButton(label) is not null));

        var pressed = await bot.World.PressButtonAsync(bot.World.Basho, grid.Id, grid.Button("V3"));
        await bot.UntilAsync(await bot.AnswerAsync(bot.World.Basho, pressed), Views.IsPicture, "the variation");

        var variation = bot.Evidence.Steps.Last().Order;
        var first = bot.Jobs.OfMessage(grid.Id)!;
        Assert.Equal((JobKind.Variation, (long?)first.Id, 3, 1), (variation.Kind, variation.ParentJob, variation.ParentTile, variation.Count));
    });
}
