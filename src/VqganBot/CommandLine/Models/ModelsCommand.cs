using System.CommandLine;

namespace VqganBot.CommandLine.Models;

internal static class ModelsCommand
{
    public static Command Create(CommandContext context) => new("models", "See, fetch and check the models to paint with.")
    {
        ListCommand.Create(context),
        PullCommand.Create(context),
        GoldenCommand.Create(context),
        InspectCommand.Create(context),
    };
}
