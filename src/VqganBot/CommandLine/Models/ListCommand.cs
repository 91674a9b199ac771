using System.CommandLine;
using VqganBot.Models;
using VqganBot.Models.Catalog;

namespace VqganBot.CommandLine.Models;

/// <summary><c>models list</c>: what is here, and what could be.</summary>
internal static class ListCommand
{
    public static Command Create(CommandContext context)
    {
        var command = new Command("list", "The models on this machine, and those that can be fetched.");
        command.SetAction(_ => Print(InstalledModels.Open(), ModelCatalog.Load(ModelFolders.CatalogPath), context.Out));
        return command;
    }

    public static int Print(InstalledModels installed, ModelCatalog catalog, TextWriter output)
    {
        var here = installed.List();
        var others = catalog.Models.Where(model => !here.Any(known => known.Name == model.Name)).ToArray();
        var width = here.Select(model => model.Name.Length).Concat(others.Select(model => model.Name.Length)).DefaultIfEmpty(0).Max();

        output.WriteLine(here.Count > 0 ? "On this machine:" : "No model is on this machine.");
        foreach (var model in here)
            output.WriteLine($"  {model.Name.PadRight(width)}  {Kind(model.Kind)}  {ByteSize.Text(model.Bytes),7}  {(model.IsBuiltIn ? "(built in) " : "")}{model.Description}");
        if (others.Length == 0) return ExitCodes.Done;

        output.WriteLine();
        output.WriteLine($"To be fetched by {CommandContext.ProgramName} models pull NAME:");
        foreach (var model in others)
            output.WriteLine($"  {model.Name.PadRight(width)}  {Kind(model.Kind)}  {ByteSize.Text(installed.MissingBytes(model)),7}  {model.Description}");
        return ExitCodes.Done;
    }

    private static string Kind(ModelKind kind) => kind == ModelKind.Pack ? "paints" : "CLIP  ";
}
