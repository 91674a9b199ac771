namespace VqganBot.Models;

/// <summary>Where the catalogue and the models are, however the program was started.</summary>
internal static class ModelFolders
{
    public const string Variable = "VQGANBOT_MODELS";
    private const string CatalogFile = "config/models.json";

    /// <value>The repository, or the folder of the published program: the nearest one above the program with the catalogue.</value>
    public static string Home { get; } = FindHome();

    public static string CatalogPath => Path.Combine(Home, CatalogFile);

    /// <value>The packs that come with the program.</value>
    public static string BuiltIn => Path.Combine(Home, "models");

    /// <summary>Where pulled models go: the option, else the variable VQGANBOT_MODELS, else data/models.</summary>
    public static string Pulled(string? option) =>
        NotEmpty(option) ?? NotEmpty(Environment.GetEnvironmentVariable(Variable)) ?? Path.Combine(Home, "data", "models");

    private static string? NotEmpty(string? folder) => string.IsNullOrWhiteSpace(folder) ? null : Path.GetFullPath(folder);

    private static string FindHome()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, CatalogFile)))
                return at.FullName;
        }

        return AppContext.BaseDirectory;
    }
}
