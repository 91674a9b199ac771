using System.Text.Json;
using VqganBot.Bot.Commands;
using VqganBot.Discord.Wire;

namespace VqganBot.Tests.Bot.Commands;

public sealed class CommandDefinitionsTests
{
    public static TheoryData<string> Names => [.. CommandDefinitions.All.Select(command => command.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void All_CheckedByDiscordsRules_NothingIsWrong(string name) =>
        Assert.Empty(CommandRules.Check(CommandDefinitions.All.Single(command => command.Name == name)));

    [Fact]
    public void All_CommandsOfTheIssue_AreThere() =>
        Assert.Equal(
            ["imagine", "variation", "blend", "status", "cancel", "history", "gallery", "search", "describe", "info", "settings", "help", "privacy", "forget-me", "limits", "queue", "block", "audit", "Use as start image", "Make variations", "Picture info", "Describe picture"],
            CommandDefinitions.All.Select(command => command.Name));

    [Theory]
    [InlineData("imagine", "prompt style negative mode size steps seed count image strength preset model private")]
    [InlineData("variation", "of strength prompt seed")]
    [InlineData("blend", "image1 image2 image3 image4 image5 prompt size steps seed private")]
    [InlineData("search", "text like")]
    [InlineData("describe", "image")]
    [InlineData("settings set", "size preset style_suffix private")]
    [InlineData("limits set", "limit value role user channel")]
    [InlineData("block word", "word regex nsfw_only undo")]
    public void Options_OfACommand_AreThoseOfTheIssueInTheirOrder(string command, string options)
    {
        var parts = command.Split(' ');
        var found = CommandDefinitions.All.Single(candidate => candidate.Name == parts[0]).Options!;
        if (parts.Length > 1) found = found.Single(option => option.Name == parts[1]).Options!;
        Assert.Equal(options, string.Join(' ', found.Select(option => option.Name)));
    }

    [Fact]
    public void All_InEachLanguage_HaveDifferentNames()
    {
        foreach (var type in CommandDefinitions.All.GroupBy(command => command.Type))
        foreach (var locale in (string[])["en-US", "en-GB", "fr", "de", "es-ES", "ja"])
            Assert.Equal(type.Count(), type.Select(command => command.NameLocalizations![locale]).Distinct().Count());
    }

    [Fact]
    public void Texts_OfEveryLanguage_AreTheSameOnes()
    {
        Assert.Equal(["en", "fr", "de", "es", "ja"], CommandTexts.Languages);
        foreach (var language in CommandTexts.Languages)
            Assert.Equal(CommandTexts.Keys("en").Order(), CommandTexts.Keys(language).Order());
    }

    [Fact]
    public void Texts_Each_BelongToACommand()
    {
        var used = CommandDefinitions.All.SelectMany(command => Places(command.Name, command.Options ?? [])).Select(CommandTexts.KeyOf).ToHashSet();
        Assert.DoesNotContain(CommandTexts.Keys("en"), key => !used.Contains(key));
    }

    [Fact]
    public void Names_InEnglish_AreThoseThatHandlersKnow()
    {
        foreach (var command in CommandDefinitions.All)
        {
            Assert.Equal(command.Name, command.NameLocalizations!["en-US"]);
            Assert.All(Options(command.Options ?? []), option => Assert.Equal(option.Name, option.NameLocalizations!["en-US"]));
        }
    }

    [Theory]
    [InlineData("limits")]
    [InlineData("queue")]
    [InlineData("block")]
    [InlineData("audit")]
    public void AdminCommands_ByDefault_AreForThoseWhoManageTheServer(string name)
    {
        var command = CommandDefinitions.All.Single(command => command.Name == name);
        Assert.Equal(Permissions.ManageGuild, command.DefaultMemberPermissions);
        Assert.Equal([InteractionContextType.Guild], command.Contexts!);
        Assert.Contains("\"default_member_permissions\":\"32\"", JsonSerializer.Serialize(command, DiscordJson.Default.ApplicationCommand));
    }

    [Fact]
    public void LimitNames_AsChoices_AreInSnakeCase() =>
        Assert.Equal(
            ["jobs_in_queue", "running_at_once", "jobs_per_hour", "jobs_per_day", "gpu_seconds_per_day", "largest_size", "most_steps", "most_pictures", "cooldown_seconds", "allowed_channels"],
            CommandDefinitions.LimitNames);

    private static IEnumerable<string> Places(string place, IReadOnlyList<ApplicationCommandOption> options) =>
        options.SelectMany(option => Places($"{place} {option.Name}", option.Options ?? [])
                .Concat((option.Choices ?? []).Select(choice => $"{place} {option.Name} {choice.Value.GetString()}")))
            .Prepend(place);

    private static IEnumerable<ApplicationCommandOption> Options(IReadOnlyList<ApplicationCommandOption> options) =>
        options.SelectMany(option => Options(option.Options ?? []).Prepend(option));
}
