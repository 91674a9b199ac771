using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using VqganBot.Discord.Wire;

namespace VqganBot.Discord.Rest.Sending;

/// <summary>A body, made once and put into as many requests as it takes.</summary>
internal sealed class RequestBody
{
    private readonly byte[] _json;
    private readonly IReadOnlyList<FileUpload> _files;

    private RequestBody(byte[] json, IReadOnlyList<FileUpload> files) => (_json, _files) = (json, files);

    public static RequestBody Of<T>(T value, JsonTypeInfo<T> type, IReadOnlyList<FileUpload>? files = null) =>
        new(JsonSerializer.SerializeToUtf8Bytes(value, type), Checked(files ?? []));

    /// <summary>The attachments of a body that goes with files: those it keeps, and one for each file.</summary>
    public static IReadOnlyList<AttachmentBody>? Attachments(IReadOnlyList<AttachmentBody>? listed, IReadOnlyList<FileUpload>? files)
    {
        if (files is not { Count: > 0 }) return listed;
        List<AttachmentBody> all = [.. listed ?? []];
        for (int i = 0; i < files.Count; i++)
        {
            string id = $"{i}";
            if (!all.Exists(attachment => attachment.Id == id))
                all.Add(new AttachmentBody { Id = id, Filename = files[i].Filename, Description = files[i].Description });
        }
        return all;
    }

    public HttpContent ToContent()
    {
        var json = new ByteArrayContent(_json) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        if (_files.Count == 0) return json;

        // The dispositions and the boundary are written here, since the framework's own are unquoted names, a second
        // file name (filename*) and a quoted boundary, and not every server reads those.
        string boundary = $"vqganbot-{Guid.NewGuid():N}";
        var form = new MultipartContent("form-data", boundary);
        form.Headers.Remove("Content-Type");
        form.Headers.TryAddWithoutValidation("Content-Type", $"multipart/form-data; boundary={boundary}");
        json.Headers.TryAddWithoutValidation("Content-Disposition", "form-data; name=\"payload_json\"");
        form.Add(json);
        for (int i = 0; i < _files.Count; i++)
        {
            var part = new ReadOnlyMemoryContent(_files[i].Bytes) { Headers = { ContentType = MediaTypeHeaderValue.Parse(_files[i].ContentType) } };
            part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"files[{i}]\"; filename=\"{_files[i].Filename}\"");
            form.Add(part);
        }
        return form;
    }

    private static IReadOnlyList<FileUpload> Checked(IReadOnlyList<FileUpload> files)
    {
        foreach (FileUpload file in files)
        {
            if (file.Filename.Length == 0 || !file.Filename.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_'))
                throw new ArgumentException($"A file to upload is named \"{file.Filename}\"; ASCII letters, digits, dots, dashes and underscores are accepted.", nameof(files));
        }
        return files;
    }
}
