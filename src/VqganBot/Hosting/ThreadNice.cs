using System.Runtime.InteropServices;

namespace VqganBot.Hosting;

/// <summary>Lets a thread, and those that it starts, yield to the rest of the process; .NET's own thread priority does nothing on Linux.</summary>
internal static class ThreadNice
{
    // A third of the share of the others where they want the same processor; all of it where nobody does.
    public const int Painting = 5;

    /// <summary>Lowers the calling thread. A library that it is the first to load starts its threads below it as well.</summary>
    public static void Lower(int by)
    {
        // On Linux each thread has its own. Where it fails, the thread is as pushing as before.
        if (OperatingSystem.IsLinux()) _ = nice(by);
    }

    [DllImport("libc")]
    private static extern int nice(int increment);
}
