using VqganBot.CommandLine;

return CommandLineApp.Run(args, CommandContext.ForThisProcess());
