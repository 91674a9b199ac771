using System.Globalization;
using VqganBot.Hosting.Settings;

namespace VqganBot.Hosting;

/// <summary>
/// One bot per data folder. Two would answer each interaction twice and paint each job twice. The system frees the lock with
/// the process, however that ends.
/// </summary>
internal sealed class InstanceLock : IDisposable
{
    private readonly FileStream _file;

    private InstanceLock(FileStream file) => _file = file;

    /// <exception cref="SettingsException">Another bot works in that folder, or it cannot be written.</exception>
    public static InstanceLock Take(string dataFolder)
    {
        var path = Path.Combine(dataFolder, "vqganbot.lock");
        try
        {
            Directory.CreateDirectory(dataFolder);
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            file.SetLength(0);
            file.Write(System.Text.Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
            file.Flush();
            return new InstanceLock(file);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new SettingsException([$"The data folder '{dataFolder}' cannot be written: {exception.Message} Name another by {EnvironmentNames.Data}."]);
        }
        catch (IOException exception) when (File.Exists(path))
        {
            throw new SettingsException([$"Another VqganBot already works in '{dataFolder}' ({exception.Message}). Stop it, or name another folder by {EnvironmentNames.Data}."]);
        }
    }

    public void Dispose() => _file.Dispose();
}
