namespace VqganBot.Generation.Tests.CommandLine;

public sealed record CommandResult(int Code, string Out, string Error);
