using VqganBot.Imaging;
using VqganBot.Simulator.Client;
using VqganBot.Simulator.World;
using VqganBot.Tests.EndToEnd.Acceptance.Setup;
using VqganBot.Tests.Fakes;

namespace VqganBot.Tests.EndToEnd.Acceptance.Sight;

/// <summary>From a picture to words, and from those to another picture.</summary>
public sealed class DescribeTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Describe_ByCommandOrMenu_SuggestsWordsThatAFormLetsOneChange(bool isMenu) => BotFixture.RunAsync(async bot =>
    {
        var basho = bot.World.Basho;
        var asked = isMenu
            ? await bot.World.InvokeMessageCommandAsync(basho, bot.World.Post(bot.World.Ada, bot.World.Paintings, "mine", Grey()).Id, "Describe picture")
            : await bot.InvokeAsync(basho, "describe", ("image", Grey()));
        var answer = await bot.AnswerAsync(basho, asked);
        Assert.True(answer.IsEphemeral && answer.Says("a wall of grey 77") && answer.Says("fog over the sea"), answer.Text());

        await bot.StopAsync();
        await bot.StartAsync();
        var pressed = await bot.World.PressButtonAsync(basho, answer.Id, answer.Button("Imagine 2"));
        var field = pressed.Modal!.Data.Components!.Single().Inner!;
        Assert.Equal(("prompt", "fog over the sea"), (field.CustomId, field.Value));
        var outcome = await bot.World.SubmitModalAsync(pressed.Modal, new Dictionary<string, string> { ["prompt"] = "fog over a lake" });
        await bot.UntilAsync(await bot.AnswerAsync(basho, outcome), Views.IsPicture, "the picture");
        Assert.Equal(("fog over a lake", false), (bot.Evidence.Steps.Last().Order.Prompt, bot.Evidence.Steps.Last().Order.HasStartImage));
    });

    [Fact]
    public Task Describe_WhatIsNoPicture_IsRefused_AndSomebodyElsesSuggestionsToo() => BotFixture.RunAsync(async bot =>
    {
        var noise = await bot.InvokeAsync(bot.World.Basho, "describe", ("image", new UploadedFile("noise.png", "image/png", new byte[5000])));
        var refused = await bot.AnswerAsync(bot.World.Basho, noise);
        Assert.True(refused.IsEphemeral && refused.FindButton("Imagine 1") is null && !refused.Says("went wrong on my side"), refused.Text());

        var answer = await bot.AnswerAsync(bot.World.Basho, await bot.InvokeAsync(bot.World.Basho, "describe", ("image", Grey())));
        var forged = await bot.World.PressButtonAsync(bot.World.Ada, answer.Id, answer.Button("Imagine 1"), force: true);
        Assert.True(forged.Modal is null && (await bot.AnswerAsync(bot.World.Ada, forged)).Says("no longer know"));
    });

    private static UploadedFile Grey()
    {
        var picture = new Rgb24Image(8, 8);
        picture.Pixels.AsSpan().Fill(77);
        return new UploadedFile("grey.png", "image/png", TinyPng.Encode(picture));
    }
}
