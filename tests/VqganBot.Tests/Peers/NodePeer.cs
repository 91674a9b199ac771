using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using System.Threading.Channels;
using VqganBot.Tests.TestKit;

namespace VqganBot.Tests.Peers;

/// <summary>A program of tests/peers that runs on Node.js and tells what happens to it in lines of JSON.</summary>
internal sealed class NodePeer : IAsyncDisposable
{
    private static readonly TimeSpan InstallLimit = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly Channel<JsonElement> _events = Channel.CreateUnbounded<JsonElement>();
    private readonly List<string> _transcript = [];
    private readonly Task _reading;

    private NodePeer(Process process)
    {
        _process = process;
        _reading = Task.WhenAll(ReadAsync(process.StandardOutput), ReadAsync(process.StandardError));
    }

    /// <value>The names of events that nobody waited for.</value>
    public ConcurrentQueue<string> PassedOver { get; } = new();

    /// <summary>Starts <c>tests/peers/(folder)/(script)</c>, and installs what it needs from npm when it was not yet.</summary>
    /// <returns>Null and the reason where there is no Node.js or no registry.</returns>
    public static async Task<(NodePeer? Peer, string Reason)> StartAsync(string folder, string script, params string[] arguments)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "peers", folder);
        try
        {
            using var version = Start("node", path, "--version");
            if (await InstallAsync(path) is { } trouble) return (null, trouble);
        }
        catch (Win32Exception)
        {
            return (null, "Node.js with npm is not installed.");
        }

        return (new NodePeer(Start("node", path, [script, .. arguments])), "");
    }

    /// <summary>The next event of this name; those before it are passed over, but one named "failed" fails the test.</summary>
    public async Task<JsonElement> NextAsync(string name)
    {
        using var limit = new CancellationTokenSource(TestTimeouts.Default);
        try
        {
            while (true)
            {
                var told = await _events.Reader.ReadAsync(limit.Token);
                var happened = told.GetProperty("event").GetString();
                if (happened == name) return told;
                Assert.True(happened != "failed", $"The peer failed: {told}");
                PassedOver.Enqueue(happened!);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or ChannelClosedException)
        {
            throw new TimeoutException($"The peer never told \"{name}\". What it told:\n{Transcript()}", exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _reading;
        _process.Dispose();
    }

    private static Process Start(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        // Loopback is never asked through a proxy.
        start.Environment["NO_PROXY"] = start.Environment["no_proxy"] = "127.0.0.1,localhost";
        return Process.Start(start)!;
    }

    /// <summary>Null when all is there; else why not.</summary>
    private static async Task<string?> InstallAsync(string path)
    {
        // npm writes that file last, so that half an installation is not taken for a whole one.
        if (!File.Exists(Path.Combine(path, "package.json")) || File.Exists(Path.Combine(path, "node_modules", ".package-lock.json"))) return null;
        using var npm = Start("npm", path, "install", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error");
        using var limit = new CancellationTokenSource(InstallLimit);
        var errors = npm.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            await npm.WaitForExitAsync(limit.Token);
            return npm.ExitCode == 0 ? null : $"npm could not install the peer: {(await errors).Trim()}";
        }
        catch (OperationCanceledException)
        {
            npm.Kill(entireProcessTree: true);
            return $"npm did not install the peer within {InstallLimit}.";
        }
    }

    private async Task ReadAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lock (_transcript) _transcript.Add(line);
            if (line.StartsWith('{')) _events.Writer.TryWrite(JsonSerializer.Deserialize<JsonElement>(line));
        }

        if (reader == _process.StandardOutput) _events.Writer.TryComplete();
    }

    /// <summary>The last of what it wrote.</summary>
    public string Transcript()
    {
        lock (_transcript) return string.Join('\n', _transcript.TakeLast(40));
    }
}
