namespace VqganBot.Generation.Tests.Verification;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("vqganbot-networks-").FullName;

    public string this[string name] => Path.Combine(Root, name);

    /// <summary>Copies a folder's files; those that <paramref name="except"/> names stay behind.</summary>
    public TemporaryFolder With(string folder, params string[] except)
    {
        foreach (string file in Directory.EnumerateFiles(folder).Where(file => !except.Contains(Path.GetFileName(file))))
        {
            string copy = this[Path.GetFileName(file)];
            File.Copy(file, copy);
            File.SetAttributes(copy, FileAttributes.Normal);
        }
        return this;
    }

    public void Dispose() => Directory.Delete(Root, true);
}
