using Microsoft.Extensions.Logging;
using VqganBot.Configuration;
using VqganBot.Tests.Checkpoints;
using VqganBot.Tests.TestKit;

namespace VqganBot.Tests.Configuration;

public sealed class WatchedFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CapturedLogs _logs = new();
    private readonly string _path;
    private readonly WatchedFile<string> _file;
    private int _writes;

    public WatchedFileTests()
    {
        _path = _folder.Path("some.json");
        _file = new WatchedFile<string>(_path, text => text.Contains("broken") ? throw new FormatException("A word is wrong.") : text, "built in", _logs);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Current_NoFile_IsWhatIsBuiltIn() => Assert.Equal("built in", _file.Current);

    [Fact]
    public void Current_TheFileChanges_HoldsFromTheNextLookOn()
    {
        Write("one");
        Assert.Equal("one", _file.Current);
        Write("two");
        Assert.Equal("two", _file.Current);
    }

    [Fact]
    public void Current_ABrokenFile_KeepsTheLastGoodAndIsNamedOnce()
    {
        Write("one");
        _ = _file.Current;
        Write("broken");
        Assert.Equal("one", _file.Current);
        Assert.Equal("one", _file.Current);
        var warning = Assert.Single(_logs.Lines, line => line.Level == LogLevel.Warning);
        Assert.Contains($"'{_path}' cannot be used, so what held before holds on: A word is wrong.", warning.Text);

        Write("three");
        Assert.Equal("three", _file.Current);
    }

    [Fact]
    public void Current_TheFileGoesAway_KeepsWhatItSaid()
    {
        Write("one");
        _ = _file.Current;
        File.Delete(_path);
        Assert.Equal("one", _file.Current);
    }

    private void Write(string text)
    {
        File.WriteAllText(_path, text);
        // Two writes within one tick of the file system's clock would look the same.
        File.SetLastWriteTimeUtc(_path, new DateTime(2026, 1, 1, 0, 0, ++_writes, DateTimeKind.Utc));
    }
}
