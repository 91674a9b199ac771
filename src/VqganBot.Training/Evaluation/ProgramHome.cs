namespace VqganBot.Training.Evaluation;

/// <summary>Finds what belongs to the program however it was started: beside it, or in the repository it was built in.</summary>
internal static class ProgramHome
{
    /// <summary>The path below the nearest folder above the program that has it; as it is given where none has.</summary>
    public static string Find(string relative)
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var path = Path.Combine(at.FullName, relative);
            if (Path.Exists(path))
                return path;
        }

        return relative;
    }
}
