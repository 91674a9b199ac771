using System.CommandLine;
using VqganBot.Hosting;

namespace VqganBot.CommandLine.Run;

/// <summary><c>run</c>: the bot itself, until it is told to stop.</summary>
internal static class RunCommand
{
    public static Command Create(CommandContext context)
    {
        var command = new Command("run", "Run the Discord bot. It needs DISCORD_TOKEN_FILE or DISCORD_TOKEN; .env.example explains every setting.");
        command.SetAction((_, cancellation) => BotHost.RunAsync(Environment.GetEnvironmentVariable, context.Error, cancellation));
        return command;
    }
}
