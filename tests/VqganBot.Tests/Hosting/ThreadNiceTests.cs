using VqganBot.Hosting;

namespace VqganBot.Tests.Hosting;

public sealed class ThreadNiceTests
{
    [Fact]
    public void Lower_OnOneThread_LowersItAndWhatItStartsAlone()
    {
        var (before, lowered, started) = (Nice(), 0, 0);
        var thread = new Thread(() =>
        {
            ThreadNice.Lower(ThreadNice.Painting);
            lowered = Nice();
            var child = new Thread(() => started = Nice());
            child.Start();
            child.Join();
        });
        thread.Start();
        thread.Join();

        Assert.Equal((before + 5, before + 5, before), (lowered, started, Nice()));
    }

    // The 19th field (man proc_pid_stat), counted from behind the name, which may hold anything.
    private static int Nice() => int.Parse(File.ReadAllText("/proc/thread-self/stat").Split(") ")[^1].Split(' ')[16], System.Globalization.CultureInfo.InvariantCulture);
}
