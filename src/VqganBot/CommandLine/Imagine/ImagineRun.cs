namespace VqganBot.CommandLine.Imagine;

internal sealed class ImagineRun(ImagineOptions options, CommandContext context)
{
    public int Run()
    {
        context.Error.WriteLine(options.Prompt);
        return ExitCodes.Done;
    }
}
