using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.Logging;

namespace VqganBot.Tests.EndToEnd.Acceptance.Setup;

/// <summary>Every line the bot logs, with its scopes and exceptions, as its sinks would write it.</summary>
internal sealed class BotLog : ILoggerProvider, ILogger, ISupportExternalScope
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> _lines = new();
    private volatile bool _isClosed;
    private IExternalScopeProvider? _scopes;

    public IReadOnlyCollection<(LogLevel Level, string Text)> Lines => _lines;

    /// <summary>What a killed bot still has to say is not written anywhere.</summary>
    public void Close() => _isClosed = true;

    public ILogger CreateLogger(string categoryName) => this;

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => _scopes?.Push(state);

    public bool IsEnabled(LogLevel logLevel) => !_isClosed;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (_isClosed) return;
        var text = new StringBuilder(formatter(state, exception));
        _scopes?.ForEachScope((scope, line) => line.Append(' ').Append(Describe(scope)), text);
        _lines.Enqueue((logLevel, $"{text} {exception}"));
    }

    public void Dispose()
    {
    }

    private static string Describe(object? scope) =>
        scope is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs.Select(pair => $"{pair.Key}={pair.Value}")) : $"{scope}";
}
