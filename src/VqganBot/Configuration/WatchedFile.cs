using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace VqganBot.Configuration;

/// <summary>
/// A file of settings that holds from the moment it is changed. It is looked at when it is asked for, which costs
/// microseconds, and so needs no watcher, and works on file systems that tell nobody of a change. A broken file is named
/// in the log once, and what it last said well goes on to hold.
/// </summary>
internal sealed partial class WatchedFile<T>(string path, Func<string, T> parse, T builtIn, ILogger logger)
    where T : class
{
    private readonly Lock _lock = new();
    private T _value = builtIn;
    private (long Ticks, long Length)? _seen;

    /// <value>What the file says, or said when it was last in order; before that what is built in.</value>
    public T Current
    {
        get
        {
            lock (_lock)
            {
                var file = new FileInfo(path);
                (long, long) now = file.Exists ? (file.LastWriteTimeUtc.Ticks, file.Length) : (0, -1);
                if (_seen == now) return _value;
                _seen = now;
                if (file.Exists)
                    Load();
                else
                    Log.Missing(logger, path);
                return _value;
            }
        }
    }

    private void Load()
    {
        try
        {
            _value = parse(File.ReadAllText(path));
            Log.Loaded(logger, path);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or IOException or UnauthorizedAccessException)
        {
            Log.Broken(logger, path, exception.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Settings from '{Path}' hold from now on.")]
        public static partial void Loaded(ILogger logger, string path);

        [LoggerMessage(2, LogLevel.Information, "There is no '{Path}'; what held before it holds on.")]
        public static partial void Missing(ILogger logger, string path);

        [LoggerMessage(3, LogLevel.Warning, "'{Path}' cannot be used, so what held before holds on: {Why}")]
        public static partial void Broken(ILogger logger, string path, string why);
    }
}
