using VqganBot.Discord.Wire;

namespace VqganBot.Simulator.Client;

/// <summary>A slash command down to the subcommand that is run.</summary>
/// <param name="Steps">The group and the subcommand, where there are any.</param>
/// <param name="Options">Those that take values.</param>
internal sealed record CommandPath(ApplicationCommand Command, IReadOnlyList<ApplicationCommandOption> Steps, IReadOnlyList<ApplicationCommandOption> Options)
{
    public string Text => string.Join(' ', Steps.Select(step => step.Name).Prepend(Command.Name));

    public static CommandPath Find(IReadOnlyList<ApplicationCommand> commands, string text)
    {
        string[] names = text.TrimStart('/').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        ApplicationCommand command = commands.FirstOrDefault(command => command.Type == ApplicationCommandType.ChatInput && command.Name == names.FirstOrDefault())
            ?? throw new ClientRefusedException($"There is no command /{text} here.");
        List<ApplicationCommandOption> steps = [];
        IReadOnlyList<ApplicationCommandOption> options = command.Options ?? [];
        foreach (string name in names.Skip(1))
        {
            ApplicationCommandOption step = options.FirstOrDefault(option => option.Name == name && IsStep(option))
                ?? throw new ClientRefusedException($"There is no command /{text} here.");
            steps.Add(step);
            options = step.Options ?? [];
        }
        return options.Any(IsStep) ? throw new ClientRefusedException($"/{text} needs one of its subcommands.") : new CommandPath(command, steps, options);
    }

    private static bool IsStep(ApplicationCommandOption option) =>
        option.Type is ApplicationCommandOptionType.SubCommand or ApplicationCommandOptionType.SubCommandGroup;
}
