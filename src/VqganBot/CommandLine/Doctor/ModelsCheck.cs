using VqganBot.CommandLine.Imagine;
using VqganBot.Generation.Packs;
using VqganBot.Models;
using VqganBot.Models.Catalog;

namespace VqganBot.CommandLine.Doctor;

/// <summary>Which models are here.</summary>
internal static class ModelsCheck
{
    public static Finding BuiltIn()
    {
        try
        {
            return Finding.Good("built-in", InstalledModels.Open().FindPack(LoadedModel.BuiltIn));
        }
        catch (Exception exception) when (exception is ModelNotInstalledException or ModelPackException or CatalogException)
        {
            return Finding.Lack("built-in", exception.Message, "It comes with the program, in models/toybox: fetch that folder again.");
        }
    }

    /// <summary>Only to be asked when the built-in model was found.</summary>
    public static Finding Others()
    {
        var others = InstalledModels.Open().List().Where(model => !model.IsBuiltIn).Select(model => model.Name).ToArray();
        return others.Length > 0
            ? Finding.Good("models", string.Join(", ", others))
            : Finding.Note("models", "none beside the built-in one", $"It paints its own small world. For photographs and everything else: {CommandContext.ProgramName} models list, then models pull imagenet-16384.");
    }
}
