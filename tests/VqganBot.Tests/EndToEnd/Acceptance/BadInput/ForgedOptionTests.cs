using VqganBot.Bot.Commands;
using VqganBot.Discord.Wire;
using VqganBot.Simulator.Client;
using VqganBot.Simulator.RateLimits;
using VqganBot.Tests.EndToEnd.Acceptance.Setup;

namespace VqganBot.Tests.EndToEnd.Acceptance.BadInput;

/// <summary>Every option of every command, given everything.</summary>
public sealed class ForgedOptionTests
{
    /// <value>Every command with its subcommands.</value>
    public static TheoryData<string> Commands => [.. Paths().Select(path => path.Text)];

    [Theory]
    [MemberData(nameof(Commands))]
    public Task Option_OfAnyValue_IsAnsweredClearly(string command) => BotFixture.RunAsync(async bot =>
    {
        var options = Paths().First(path => path.Text == command).Options;
        var usual = options.Where(option => option.IsRequired == true).ToDictionary(option => option.Name, Usual);
        foreach (var option in options)
        {
            var outcomes = await Task.WhenAll(ForgedValues.All.Select(async forged =>
            {
                var values = new Dictionary<string, OptionValue>(usual) { [option.Name] = OptionValue.Of(ForgedValues.Parse(forged.Json)) };
                var outcome = await bot.InvokeAsync(bot.World.Ada, bot.World.Paintings, command, force: true, [.. values.Select(pair => (pair.Key, pair.Value))]);
                return (forged.Name, Outcome: outcome, Answer: outcome.Answer == InteractionAnswer.TimedOut ? null : await bot.AnswerAsync(bot.World.Ada, outcome));
            }));
            Assert.All(outcomes, outcome =>
            {
                Assert.True(outcome.Answer is not null, $"{option.Name} = {outcome.Name}: {outcome.Outcome.Answer}");
                Assert.False(outcome.Answer.Says("went wrong on my side"), $"{option.Name} = {outcome.Name}: {outcome.Answer.Text()}");
                Assert.True(outcome.Answer.IsEphemeral || command is "imagine" or "variation", $"{option.Name} = {outcome.Name}: {outcome.Answer.Json}");
                Assert.False(outcome.Answer.Json.GetProperty("mention_everyone").GetBoolean(), $"{option.Name} = {outcome.Name}");
                Assert.Equal(0, outcome.Answer.Json.GetProperty("mentions").GetArrayLength());
            });
        }

        Assert.Equal(InteractionAnswer.Message, (await bot.InvokeAsync(bot.World.Curie, "status")).Answer);
    }, new BotSetup { RateLimits = RateLimitOptions.Loose });

    private static IEnumerable<(string Text, IReadOnlyList<ApplicationCommandOption> Options)> Paths()
    {
        foreach (var command in CommandDefinitions.All.Where(command => command.Type == ApplicationCommandType.ChatInput && command.Options is { Count: > 0 }))
        {
            var steps = command.Options!.Where(option => option.Type == ApplicationCommandOptionType.SubCommand).ToList();
            if (steps.Count == 0) yield return (command.Name, command.Options!);
            foreach (var step in steps.Where(step => step.Options is { Count: > 0 })) yield return ($"{command.Name} {step.Name}", step.Options!);
        }
    }

    // Good in itself, so that only the forged one is at fault.
    private static OptionValue Usual(ApplicationCommandOption option) => option switch
    {
        { Choices: [var first, ..] } => OptionValue.Of(ForgedValues.Parse(first.Value.ToString() is { Length: > 0 } text ? $"\"{text}\"" : "\"\"")),
        { Type: ApplicationCommandOptionType.Integer or ApplicationCommandOptionType.Number } => 1L,
        { Type: ApplicationCommandOptionType.Boolean } => true,
        _ => "1",
    };
}
