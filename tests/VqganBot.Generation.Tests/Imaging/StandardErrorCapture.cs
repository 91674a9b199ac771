using System.Runtime.InteropServices;

namespace VqganBot.Generation.Tests.Imaging;

/// <summary>Catches what the process writes to file descriptor 2, by native code too, until it is disposed.</summary>
internal sealed class StandardErrorCapture : IDisposable
{
    private const int StandardError = 2;
    private readonly FileStream _file = new(
        Path.Combine(Path.GetTempPath(), $"vqganbot-stderr-{Guid.NewGuid():N}"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite, 4096, FileOptions.DeleteOnClose);
    private readonly int _saved = dup(StandardError);

    public StandardErrorCapture()
    {
        Assert.True(_saved >= 0);
        Assert.Equal(StandardError, dup2((int)_file.SafeFileHandle.DangerousGetHandle(), StandardError));
    }

    public string Read()
    {
        _file.Position = 0;
        return new StreamReader(_file).ReadToEnd();
    }

    public void Dispose()
    {
        _ = dup2(_saved, StandardError);
        _ = close(_saved);
        _file.Dispose();
    }

    [DllImport("libc")]
    private static extern int dup(int descriptor);

    [DllImport("libc")]
    private static extern int dup2(int from, int to);

    [DllImport("libc")]
    private static extern int close(int descriptor);
}
