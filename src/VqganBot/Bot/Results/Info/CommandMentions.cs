using VqganBot.Discord.Wire;

namespace VqganBot.Bot.Results;

/// <summary>Commands as one can click them in a text, once their ids are known.</summary>
internal sealed class CommandMentions
{
    private volatile IReadOnlyDictionary<string, Snowflake> _ids = new Dictionary<string, Snowflake>();

    /// <summary>The commands as Discord answered when they were registered.</summary>
    public void Know(IEnumerable<ApplicationCommand> commands) => _ids = commands
        .Where(command => command is { Id: not null, Type: ApplicationCommandType.ChatInput })
        .DistinctBy(command => command.Name)
        .ToDictionary(command => command.Name, command => command.Id!.Value);

    /// <param name="command">With its subcommand, if it has one: <c>settings set</c>.</param>
    public string this[string command] =>
        _ids.TryGetValue(command.Split(' ')[0], out var id) ? $"</{command}:{id}>" : $"`/{command}`";
}
