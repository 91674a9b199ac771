using System.Globalization;
using System.Text;

namespace VqganBot.Tests.Jobs.Kill;

/// <summary>What happened, line by line in a file that survives the death of its writer, and on the console for whoever waits for it.</summary>
internal sealed class EventLog(string folder) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly FileStream _file = new(PathIn(folder), FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);

    public void Write(string what, params ReadOnlySpan<long> numbers)
    {
        var line = new StringBuilder(what);
        foreach (var number in numbers) line.Append(' ').Append(number.ToString(CultureInfo.InvariantCulture));
        line.Append('\n');
        lock (_lock)
        {
            // One write: either the kernel has the line or it has not.
            _file.Write(Encoding.ASCII.GetBytes(line.ToString()));
            Console.Out.Write(line.ToString());
            Console.Out.Flush();
        }
    }

    public void Dispose() => _file.Dispose();

    public static IReadOnlyList<LoggedEvent> Read(string folder) => File.Exists(PathIn(folder))
        ? [.. File.ReadAllLines(PathIn(folder)).Select(line => line.Split(' ')).Select(words => new LoggedEvent(
            words[0], [.. words.Skip(1).Select(word => long.Parse(word, CultureInfo.InvariantCulture))]))]
        : [];

    private static string PathIn(string folder) => Path.Combine(folder, "events.log");
}
