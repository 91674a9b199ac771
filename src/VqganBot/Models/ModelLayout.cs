using VqganBot.Models.Catalog;

namespace VqganBot.Models;

/// <summary>Files lie once in <c>files/</c>, and packs point to them, so that three packs share one CLIP.</summary>
internal static class ModelLayout
{
    public static string FilesFolder(string modelsFolder) => Path.Combine(modelsFolder, "files");

    /// <summary>The file as it is used: for a VQGAN the converted one.</summary>
    public static string PathOf(CatalogFile file, string modelsFolder) => Path.Combine(FilesFolder(modelsFolder), UsedName(file));

    /// <summary>The same, as a pack.json has it.</summary>
    public static string FromPack(CatalogFile file) => "../files/" + UsedName(file);

    private static string UsedName(CatalogFile file) => file.Kind == FileKind.Vqgan ? file.Name + ".safetensors" : file.FileName;
}
