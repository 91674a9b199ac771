using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using VqganBot.Simulator.Validation;
using VqganBot.Simulator.Validation.Messages;

namespace VqganBot.Simulator.Rest;

/// <summary>Reads JSON, or the multipart form with <c>payload_json</c> and <c>files[n]</c>: https://docs.discord.com/developers/reference#uploading-files</summary>
internal static partial class BodyReader
{
    public const int LargestRequest = 25 << 20;
    private const int LargestFile = 10 << 20;

    /// <summary>All bytes of a request.</summary>
    public static async Task<byte[]> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        try
        {
            await request.Body.CopyToAsync(body, cancellation);
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw ApiErrors.TooLarge();
        }
        return body.Length > LargestRequest ? throw ApiErrors.TooLarge() : body.ToArray();
    }

    public static async Task<ApiRequest> ParseAsync(HttpRequest request, byte[] body, CancellationToken cancellation)
    {
        if (body.Length == 0)
            return new ApiRequest(request, null, []);
        MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type);
        if (type?.MediaType == "application/json")
            return new ApiRequest(request, Json(body), []);
        string? boundary = HeaderUtilities.RemoveQuotes(type?.Boundary ?? default).Value;
        if (type?.MediaType != "multipart/form-data" || string.IsNullOrEmpty(boundary))
            throw Misc("Expected \"Content-Type\" header to be one of {'application/json', 'multipart/form-data'}.");
        return await MultipartAsync(request, body, boundary, cancellation);
    }

    private static async Task<ApiRequest> MultipartAsync(HttpRequest request, byte[] body, string boundary, CancellationToken cancellation)
    {
        JsonElement? json = null;
        List<UploadedPart> files = [];
        var reader = new MultipartReader(boundary, new MemoryStream(body));
        try
        {
            while (await reader.ReadNextSectionAsync(cancellation) is { } section)
            {
                if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out ContentDispositionHeaderValue? disposition))
                    throw Misc("A part of the form has no Content-Disposition.");
                string name = HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? "";
                using var content = new MemoryStream();
                await section.Body.CopyToAsync(content, cancellation);
                if (name == "payload_json")
                    json = Json(content.ToArray());
                else if (disposition.IsFileDisposition())
                    files.Add(File(name, disposition, section.ContentType, content.ToArray(), files.Count));
                else if (name == "content")
                    json ??= JsonSerializer.SerializeToElement(new Dictionary<string, string> { ["content"] = Encoding.UTF8.GetString(content.ToArray()) });
            }
        }
        catch (IOException)
        {
            throw Misc("The multipart form ends before its last boundary.");
        }
        return new ApiRequest(request, json ?? JsonElement.Parse("{}"), files);
    }

    private static UploadedPart File(string name, ContentDispositionHeaderValue disposition, string? type, byte[] bytes, int count)
    {
        if (bytes.Length > LargestFile)
            throw ApiErrors.TooLarge();
        // "files[n]" is today's name, "filen" the older one; a part named otherwise counts by its place.
        Match number = Number().Match(name);
        string filename = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value ?? "file";
        return new UploadedPart(number.Success ? number.Groups[1].Value : $"{count}", filename, type ?? "application/octet-stream", bytes);
    }

    private static JsonElement Json(byte[] bytes)
    {
        try
        {
            return JsonElement.Parse(bytes);
        }
        catch (JsonException)
        {
            throw ApiErrors.InvalidJson();
        }
    }

    private static ApiException Misc(string message)
    {
        var errors = new FormErrors();
        errors.Add(["_misc"], "INVALID_CONTENT", message);
        return ApiErrors.InvalidForm(errors.Tree);
    }

    [GeneratedRegex(@"^files?\[?(\d+)\]?$")]
    private static partial Regex Number();
}
