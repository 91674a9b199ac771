using VqganBot.Hosting;
using VqganBot.Hosting.Settings;

namespace VqganBot.Tests.Hosting;

public sealed class InstanceLockTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lock").FullName;

    [Fact]
    public void Take_WhileAnotherHasIt_SaysWhatToDo()
    {
        using var first = InstanceLock.Take(_folder);
        var exception = Assert.Throws<SettingsException>(() => InstanceLock.Take(_folder));
        Assert.Contains(_folder, exception.Message);
        Assert.Contains("VQGANBOT_DATA", exception.Message);
    }

    [Fact]
    public void Take_AfterTheOtherIsGone_Succeeds()
    {
        InstanceLock.Take(_folder).Dispose();
        using var second = InstanceLock.Take(_folder);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
