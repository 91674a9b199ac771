using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using VqganBot.Discord.Wire;

namespace VqganBot.Simulator.Files;

/// <summary>What Discord's file server is: addresses with an end (<c>ex</c>), a start (<c>is</c>) and a signature (<c>hm</c>).</summary>
internal sealed class FileStore(TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>How long a file is still served after its message let go of it; whoever was just loading it gets it whole.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly ConcurrentDictionary<Snowflake, SimulatedAttachment> _files = new();
    private readonly ConcurrentQueue<(DateTimeOffset Since, Snowflake Id)> _leaving = new();

    /// <value>Where the files are served; known once the server listens.</value>
    public Uri Origin { get; set; } = new("http://127.0.0.1/");

    public void Add(SimulatedAttachment file)
    {
        _files[file.Id] = file;
        while (_leaving.TryPeek(out (DateTimeOffset Since, Snowflake Id) gone) && clock.GetUtcNow() - gone.Since > Grace && _leaving.TryDequeue(out gone))
            _files.TryRemove(gone.Id, out _);
    }

    public void Remove(SimulatedAttachment file) => _leaving.Enqueue((clock.GetUtcNow(), file.Id));

    /// <summary>The file of an address, if it is there and the address is good and not too old.</summary>
    public SimulatedAttachment? Find(string path, Snowflake id, string? expires, string? issued, string? signature)
    {
        bool isGood = _files.TryGetValue(id, out SimulatedAttachment? file)
            && path == Path(file)
            && expires is not null && issued is not null && signature == Sign(path, expires, issued)
            && long.Parse(expires, NumberStyles.HexNumber, CultureInfo.InvariantCulture) > clock.GetUtcNow().ToUnixTimeSeconds();
        return isGood ? file : null;
    }

    public JsonObject Payload(SimulatedAttachment file)
    {
        string url = Address(file);
        var json = new JsonObject
        {
            ["id"] = file.Id.ToString(),
            ["filename"] = file.Filename,
            ["size"] = file.Size,
            ["url"] = url,
            ["proxy_url"] = url,
            ["content_type"] = file.ContentType,
            ["content_scan_version"] = 0,
        };
        if (file.Description is not null)
            json["description"] = file.Description;
        if (file.Dimensions is { } size)
        {
            json["width"] = size.Width;
            json["height"] = size.Height;
        }
        if (file.IsEphemeral)
            json["ephemeral"] = true;
        return json;
    }

    /// <summary>An address that is good from now for a day.</summary>
    public string Address(SimulatedAttachment file)
    {
        string path = Path(file);
        DateTimeOffset now = clock.GetUtcNow();
        string expires = (now + Lifetime).ToUnixTimeSeconds().ToString("x", CultureInfo.InvariantCulture);
        string issued = now.ToUnixTimeSeconds().ToString("x", CultureInfo.InvariantCulture);
        return new Uri(Origin, $"{path}?ex={expires}&is={issued}&hm={Sign(path, expires, issued)}&").AbsoluteUri;
    }

    private static string Path(SimulatedAttachment file) =>
        $"/{(file.IsEphemeral ? "ephemeral-attachments" : "attachments")}/{file.Folder}/{file.Id}/{file.Filename}";

    private string Sign(string path, string expires, string issued) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{path}|{expires}|{issued}")));
}
