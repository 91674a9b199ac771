using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace VqganBot.Tests.Models.Fakes;

/// <summary>A small HTTP server on a real loopback socket, one connection a request, that counts what it sends.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly ConcurrentDictionary<string, Func<ServedRequest, Reply>> _files = new();
    private readonly ConcurrentQueue<ServedRequest> _requests = new();
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly Task _accepting;
    private long _bytesSent;

    public LoopbackServer()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public IReadOnlyList<ServedRequest> Requests => [.. _requests];

    /// <value>Bytes of bodies that went out.</value>
    public long BytesSent => Interlocked.Read(ref _bytesSent);

    private int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public Uri Address(string path, string host = "127.0.0.1") => new($"http://{host}:{Port}{path}");

    /// <summary>Answers a path, and returns its address.</summary>
    public Uri Serve(string path, Func<ServedRequest, Reply> answer)
    {
        _files[path] = answer;
        return Address(path);
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_connections);
        _closing.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _connections.Add(AnswerAsync(await _listener.AcceptTcpClientAsync(_closing.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        try
        {
            using TcpClient connection = client;
            connection.LingerState = new LingerOption(true, 0);
            connection.NoDelay = true;
            NetworkStream stream = connection.GetStream();
            ServedRequest request = await ReadAsync(stream);
            _requests.Enqueue(request);
            Reply reply = _files.TryGetValue(request.Path, out Func<ServedRequest, Reply>? answer) ? answer(request) : Reply.Error("404 Not Found");
            await WriteAsync(stream, reply);
            if (reply.StaysSilent)
                await Task.Delay(Timeout.Infinite, _closing.Token);
            if (reply.CutAfter is null)
            {
                connection.LingerState = new LingerOption(false, 0);
                connection.Client.Shutdown(SocketShutdown.Send);
            }
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
        {
            // The client hung up, or the test is over.
        }
    }

    private async Task<ServedRequest> ReadAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        string path = (await reader.ReadLineAsync(_closing.Token) ?? throw new IOException("no request")).Split(' ')[1];
        string? range = null;
        string? ifRange = null;
        while (await reader.ReadLineAsync(_closing.Token) is { Length: > 0 } header)
        {
            string value = header[(header.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
            if (header.StartsWith("Range:", StringComparison.OrdinalIgnoreCase))
                range = value;
            else if (header.StartsWith("If-Range:", StringComparison.OrdinalIgnoreCase))
                ifRange = value;
        }

        return new ServedRequest(path, _requests.Count(earlier => earlier.Path == path) + 1, range, ifRange);
    }

    private async Task WriteAsync(NetworkStream stream, Reply reply)
    {
        int claimed = reply.ClaimedLength ?? reply.Body.Length;
        StringBuilder head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {reply.Status}\r\nConnection: close\r\n");
        if (claimed >= 0)
            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {claimed}\r\n");
        foreach (string header in reply.Headers)
            head.Append(header).Append("\r\n");
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), _closing.Token);
        foreach (byte[] chunk in reply.Body[..Math.Min(reply.CutAfter ?? int.MaxValue, reply.Body.Length)].Chunk(16 * 1024))
        {
            await stream.WriteAsync(chunk, _closing.Token);
            Interlocked.Add(ref _bytesSent, chunk.Length);
        }

        await stream.FlushAsync(_closing.Token);
        if (reply.CutAfter is not null)
            await Task.Delay(TimeSpan.FromMilliseconds(30), TimeProvider.System, _closing.Token); // what was sent may arrive before the reset
    }
}
