using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;

namespace VqganBot.Tests.Discord.OpenApi;

/// <summary>A body taken apart, multipart or not: https://docs.discord.com/developers/reference#uploading-files</summary>
internal sealed partial class RestForm
{
    private const int MostFiles = 10;

    private readonly List<FormPart> _files = [];

    public byte[]? PayloadJson { get; private set; }

    public List<string> Violations { get; } = [];

    public bool IsMultipart { get; private init; }

    /// <summary>A body that is only JSON, and so without files.</summary>
    public static RestForm Of(byte[] json) => new() { PayloadJson = json };

    public static RestForm Read(string contentType, byte[] body)
    {
        var form = new RestForm { IsMultipart = true };
        if (Boundary().Match(contentType) is not { Success: true } boundary)
        {
            form.Violations.Add($"form: no boundary in {contentType}");
            return form;
        }
        foreach (var part in Parts(boundary.Groups[1].Value, body))
        {
            if (part.Disposition == "form-data; name=\"payload_json\"")
            {
                form.PayloadJson = part.Body;
                if (part.ContentType != "application/json") form.Violations.Add($"payload_json: is {part.ContentType}, not application/json");
            }
            else
            {
                form._files.Add(part);
            }
        }
        return form;
    }

    /// <summary>Holds the files against the attachments that the payload lists.</summary>
    public void CheckFiles(JsonElement message, bool mayKeep)
    {
        List<string> numbers = [];
        foreach (var file in _files)
        {
            if (FileDisposition().Match(file.Disposition) is { Success: true } match) numbers.Add(match.Groups[1].Value);
            else Violations.Add($"form: a part says {file.Disposition}");
            if (file.ContentType is null) Violations.Add($"form: a file without a content type");
        }
        if (numbers.Distinct().Count() != numbers.Count) Violations.Add("form: two files of one number");
        if (_files.Count > MostFiles) Violations.Add($"form: {_files.Count} files, more than {MostFiles}");

        var listed = message.ValueKind == JsonValueKind.Object && message.TryGetProperty("attachments", out var attachments) && attachments.ValueKind == JsonValueKind.Array
            ? attachments.EnumerateArray().Select(attachment => attachment.TryGetProperty("id", out var id) ? id.ToString() : "").ToList()
            : [];
        Violations.AddRange(numbers.Except(listed).Select(number => $"form: files[{number}] is not listed in attachments"));
        Violations.AddRange(listed.Except(numbers).Where(id => !mayKeep || id.Length < 15).Select(id => $"attachments: {id} is no file of the form"));
    }

    private static List<FormPart> Parts(string boundary, byte[] body)
    {
        List<FormPart> parts = [];
        var reader = new MultipartReader(boundary, new MemoryStream(body));
        while (reader.ReadNextSectionAsync().GetAwaiter().GetResult() is { } section)
        {
            using var content = new MemoryStream();
            section.Body.CopyTo(content);
            parts.Add(new FormPart(section.ContentDisposition ?? "", section.ContentType, content.ToArray()));
        }
        return parts;
    }

    [GeneratedRegex("^multipart/form-data; boundary=([A-Za-z0-9-]+)$")]
    private static partial Regex Boundary();

    [GeneratedRegex("^form-data; name=\"files\\[(\\d)\\]\"; filename=\"[A-Za-z0-9._-]+\"$")]
    private static partial Regex FileDisposition();
}
