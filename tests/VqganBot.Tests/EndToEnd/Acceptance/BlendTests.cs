using System.Collections.Concurrent;
using VqganBot.Imaging;
using VqganBot.Jobs;
using VqganBot.Simulator.Client;
using VqganBot.Tests.EndToEnd.Acceptance.Setup;
using VqganBot.Tests.Fakes;

namespace VqganBot.Tests.EndToEnd.Acceptance;

/// <summary>Several pictures in one.</summary>
public sealed class BlendTests
{
    [Fact]
    public Task Blend_OfThreePictures_SurvivesAKillAndItsButtonsKeepThem() => BotFixture.RunAsync(async bot =>
    {
        var outcome = await bot.InvokeAsync(bot.World.Basho, "blend", ("image1", Grey(10)), ("image2", Grey(20)), ("image4", Grey(40)), ("steps", 2L));
        await bot.UntilAsync(outcome.Message!, Views.IsPainting, "the painting begins");
        await bot.KillAsync();
        await bot.StartAsync();
        var told = new ConcurrentQueue<(string What, long Job, int Number, int Level)>();
        bot.Painter.Told = (what, job, tile, step) => told.Enqueue((what, job, tile, step));
        bot.Painter.IsFree = true;
        var blend = await bot.UntilAsync(outcome.Message!, Views.IsPicture, "the blend");

        Assert.True(blend.Says("a blend of 3 pictures") && blend.Says("blended from 3 pictures"), blend.Text());
        foreach (var label in new[] { "Variations", "Re-roll", "More steps" })
        {
            var pressed = await bot.World.PressButtonAsync(bot.World.Ada, blend.Id, blend.Button(label));
            await bot.UntilAsync(await bot.AnswerAsync(bot.World.Ada, pressed), Views.IsPicture, label);
        }

        // Each of the three has the three pictures, in their order; the blend itself may have begun before anybody listened.
        int[] levels = [.. told.Where(entry => entry.What == "prompt").Select(entry => entry.Level)];
        Assert.Equal([10, 20, 40, 10, 20, 40, 10, 20, 40], levels[^9..]);
    }, new BotSetup { PaintsFreely = false });

    [Fact]
    public Task Blend_WithWords_PaintsThemToo_AndAFileThatIsNoneIsRefused() => BotFixture.RunAsync(async bot =>
    {
        var outcome = await bot.InvokeAsync(bot.World.Basho, "blend", ("image1", Grey(10)), ("image2", Grey(20)), ("prompt", "as a watercolour"), ("steps", 1L), ("seed", 5L));
        await bot.UntilAsync(outcome.Message!, Views.IsPicture, "the blend");
        var order = bot.Evidence.Steps.Last().Order;
        Assert.Equal((JobKind.Imagine, 2, "as a watercolour", 5UL), (order.Kind, order.ImagePrompts, order.Prompt, order.Seed));

        var broken = new UploadedFile("essay.png", "image/png", "chicken surf"u8.ToArray());
        var refused = await bot.AnswerAsync(bot.World.Basho, await bot.InvokeAsync(bot.World.Basho, "blend", ("image1", Grey(10)), ("image2", broken)));
        Assert.True(refused.IsEphemeral, refused.Text());
        var one = await bot.AnswerAsync(bot.World.Basho, await bot.InvokeAsync(bot.World.Basho, bot.World.Paintings, "blend", force: true, ("image1", Grey(10))));
        Assert.True(one.IsEphemeral && one.Says("two to 5 pictures"), one.Text());
        Assert.Single(bot.Jobs.OfUser(bot.World.Basho.Id, 10));
    });

    private static UploadedFile Grey(byte level)
    {
        var picture = new Rgb24Image(8, 8);
        picture.Pixels.AsSpan().Fill(level);
        return new UploadedFile($"grey-{level}.png", "image/png", TinyPng.Encode(picture));
    }
}
