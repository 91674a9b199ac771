using System.CommandLine;
using VqganBot.CommandLine.Imagine;
using VqganBot.Models;
using VqganBot.Models.Catalog;

namespace VqganBot.CommandLine.Models;

/// <summary><c>models pull</c>: fetches a published model; a broken download goes on where it stopped.</summary>
internal static class PullCommand
{
    public static Command Create(CommandContext context)
    {
        var name = new Argument<string>("NAME") { Description = "A name from 'models list'." };
        var command = new Command("pull", "Fetch a published model; what was fetched before is kept.") { name };
        command.SetAction((parsed, _) => RunAsync(parsed.GetValue(name)!, context));
        return command;
    }

    private static async Task<int> RunAsync(string name, CommandContext context)
    {
        using var interruption = new Interruption();
        using var installer = new ModelInstaller(ModelCatalog.Load(ModelFolders.CatalogPath), ModelFolders.Pulled(null));
        try
        {
            var model = await PullProgress.RunAsync(context, progress => installer.PullAsync(name, progress, interruption.Token));
            context.Out.WriteLine($"{model.Name} is here: {model.Path} ({ByteSize.Text(model.Bytes)})");
            if (model.Kind == ModelKind.Pack)
                context.Out.WriteLine($"Paint with it: {CommandContext.ProgramName} imagine \"chicken surf\" --model {model.Name}");
            return ExitCodes.Done;
        }
        catch (OperationCanceledException) when (interruption.IsRequested)
        {
            context.Error.WriteLine($"Stopped. What has come so far is kept; the same command goes on: {CommandContext.ProgramName} models pull {name}");
            return ExitCodes.Interrupted;
        }
    }
}
