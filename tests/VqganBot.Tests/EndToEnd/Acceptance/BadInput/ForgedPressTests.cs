using System.Text.Json;
using System.Text.Json.Nodes;
using VqganBot.Jobs;
using VqganBot.Simulator.Client;
using VqganBot.Simulator.RateLimits;
using VqganBot.Simulator.World;
using VqganBot.Tests.EndToEnd.Acceptance.Setup;

namespace VqganBot.Tests.EndToEnd.Acceptance.BadInput;

/// <summary>Buttons nobody was shown, forms that were changed on the way, rights nobody has.</summary>
public sealed class ForgedPressTests
{
    private static readonly string[] Actions = ["vary", "reroll", "remix", "more", "refine", "suggest", "search", "upscale", "film", "info", "delete", "stop", "keep", "gallery", "history", "forget", "start", "nothing"];
    private static readonly string[] Rests = [":1:1:99", ":1:1:-1", ":1:1:0", ":1:1:2147483647", ":1:1:99999999999", ":999:1", ":0:1", ":9223372036854775807:1", ":99999999999999999999:1", ":-1:1", ":1:2", ":1", "", ":a:b:c", ":1:1:1:1", ":1:1 "];

    [Fact]
    public Task Button_WithAForgedId_IsAnsweredPrivatelyAndChangesNothing() => BotFixture.RunAsync(async bot =>
    {
        var picture = await bot.PaintAsync(bot.World.Ada, "chicken surf", ("steps", 2L));
        string[] forged = [.. Actions.SelectMany(action => Rests.Select(rest => action + rest)), ":::", "::1", new string('x', 100), "vary\n:1:1", "💥:1:1"];
        foreach (var ids in forged.Chunk(20))
        {
            var outcomes = await Task.WhenAll(ids.Select(async id => (Id: id, Outcome: await bot.World.PressButtonAsync(bot.World.Basho, picture.Id, id, force: true))));
            foreach (var (id, outcome) in outcomes)
            {
                Assert.True(outcome.Answer is not (InteractionAnswer.TimedOut or InteractionAnswer.Refused), $"{id}: {outcome.Answer} {outcome.Refusal}");
                if (outcome.Answer == InteractionAnswer.Message) Assert.True(outcome.Message!.IsEphemeral && !outcome.Message.Says("went wrong on my side"), $"{id}: {outcome.Message.Json}");
            }
        }

        Assert.Equal(picture.Text(), bot.World.FindMessage(picture.Id)!.Text());
        Assert.Equal(JobState.Delivered, bot.Jobs.OfMessage(picture.Id)!.State);
    }, new BotSetup { RateLimits = RateLimitOptions.Loose });

    [Fact]
    public Task Button_OfSomebodyElsesPicture_OnlyRefuses() => BotFixture.RunAsync(async bot =>
    {
        var picture = await bot.PaintAsync(bot.World.Ada, "chicken surf", ("steps", 2L));
        var id = bot.Jobs.OfMessage(picture.Id)!.Id;
        foreach (var action in new[] { "delete", "stop", "keep" })
        {
            var outcome = await bot.World.PressButtonAsync(bot.World.Basho, picture.Id, $"{action}:{id}:1", force: true);
            Assert.True((await bot.AnswerAsync(bot.World.Basho, outcome)).IsEphemeral, action);
        }

        Assert.True(Views.IsPicture(bot.World.FindMessage(picture.Id)!));
        Assert.Equal(JobState.Delivered, bot.Jobs.Find(id)!.State);
    });

    [Theory]
    [InlineData("remix:1:1", "")]
    [InlineData("remix:1:1", "   \u200b ")]
    [InlineData("remix:999:1", "a fox")]
    [InlineData("start:1:1", "a fox")]
    [InlineData("start:9223372036854775807:1", "a fox")]
    [InlineData("delete:1:1", "a fox")]
    [InlineData("", "a fox")]
    public Task Form_ThatWasEdited_IsRefusedPrivately(string id, string prompt) => BotFixture.RunAsync(async bot =>
    {
        var picture = await bot.PaintAsync(bot.World.Ada, "chicken surf", ("steps", 2L));
        var opened = (await bot.World.PressButtonAsync(bot.World.Ada, picture.Id, picture.Button("Remix"))).Modal!;
        var form = JsonNode.Parse(opened.Json.GetRawText())!;
        form["custom_id"] = id;
        var json = JsonSerializer.SerializeToElement(form);
        var modal = new ModalView(opened.Interaction, opened.User, opened.Channel, json, opened.Source);

        var outcome = await bot.World.SubmitModalAsync(modal, new Dictionary<string, string> { ["prompt"] = prompt }, force: true);
        var answer = await bot.AnswerAsync(bot.World.Ada, outcome);
        Assert.True(answer.IsEphemeral && answer.Text().Length > 20, answer.Json.ToString());
        Assert.Single(bot.Jobs.OfUser(bot.World.Ada.Id, 10));
    });

    [Theory]
    [InlineData("limits set", "limit", "jobs_per_day", "value", "100000")]
    [InlineData("limits reset", "limit", "jobs_per_day", "", "")]
    [InlineData("limits show", "", "", "", "")]
    [InlineData("queue pause", "", "", "", "")]
    [InlineData("queue resume", "", "", "", "")]
    [InlineData("queue clear", "", "", "", "")]
    [InlineData("block word", "word", "chicken", "", "")]
    [InlineData("block list", "", "", "", "")]
    [InlineData("audit", "", "", "", "")]
    public Task AdminCommand_OfAMember_IsRefusedPrivately(string command, string first, string firstValue, string second, string secondValue) => BotFixture.RunAsync(async bot =>
    {
        (string Name, OptionValue Value)[] options = [.. new[] { (first, firstValue), (second, secondValue) }.Where(option => option.Item1.Length > 0).Select(option => (option.Item1, (OptionValue)option.Item2))];
        Assert.Equal(InteractionAnswer.Refused, (await bot.InvokeAsync(bot.World.Basho, command, options)).Answer);

        var outcome = await bot.InvokeAsync(bot.World.Basho, bot.World.Paintings, command, force: true, options);
        var answer = await bot.AnswerAsync(bot.World.Basho, outcome);
        Assert.True(answer.IsEphemeral && answer.Says("Manage Server"), answer.Json.ToString());
        var audit = await bot.AnswerAsync(bot.World.Ada, await bot.InvokeAsync(bot.World.Ada, "audit"));
        Assert.DoesNotContain($"{bot.World.Basho.Id}", audit.Text());
        await bot.PaintAsync(bot.World.Durer, "chicken surf", ("steps", 1L));
    });
}
