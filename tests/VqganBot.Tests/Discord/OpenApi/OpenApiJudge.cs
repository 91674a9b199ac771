using System.Text.Json;
using VqganBot.Simulator.Rest;

namespace VqganBot.Tests.Discord.OpenApi;

/// <summary>Holds a request against Discord's own description of its REST API, and against what that description leaves out.</summary>
internal sealed class OpenApiJudge
{
    private const string Prefix = "/api/v10";
    private const string UpdateMessage = "7";

    private static readonly Lazy<OpenApiJudge?> Loaded = new(Read);

    private readonly List<OpenApiRoute> _routes;
    private readonly SchemaValidator _validator;

    private OpenApiJudge(JsonElement root)
    {
        _validator = new SchemaValidator(root);
        _routes = [.. root.GetProperty("paths").EnumerateObject()
            .OrderBy(path => path.Name.Contains("@", StringComparison.Ordinal) ? 0 : 1)
            .Select(path => new OpenApiRoute(path.Name, path.Value))];
    }

    /// <summary>The judge; where the description is not on this machine, the test is skipped.</summary>
    public static OpenApiJudge Load()
    {
        Assert.SkipWhen(Loaded.Value is null, "Discord's description (shared/discord/openapi.json beside the repository) is not on this machine.");
        return Loaded.Value!;
    }

    /// <returns>Null where the description is not on this machine.</returns>
    public static OpenApiJudge? TryLoad() => Loaded.Value;

    public IReadOnlyList<string> Check(RecordedRequest request) =>
        Check(new HttpMethod(request.Method), request.Path + request.Query, request.ContentType ?? "", request.Body.ToArray());

    /// <param name="path">With or without the version in front, with the query.</param>
    /// <returns>Each violation as a sentence that names the request; none for a good one.</returns>
    public IReadOnlyList<string> Check(HttpMethod method, string path, string contentType, byte[] body)
    {
        var parts = path.Split('?', 2);
        var bare = Uri.UnescapeDataString(parts[0].StartsWith(Prefix, StringComparison.Ordinal) ? parts[0][Prefix.Length..] : parts[0]);
        if (_routes.Find(route => route.IsMatch(bare)) is not { } route) return [$"{method} {bare}: Discord has no such path"];
        if (route.Operation(method) is not { } operation) return [$"{method} {route.Template}: Discord has no such method there"];

        List<string> violations = [.. CheckQuery(route, operation, parts.ElementAtOrDefault(1)), .. CheckBody(method, route, operation, contentType, body)];
        return [.. violations.Select(violation => $"{method} {route.Template}: {violation}")];
    }

    private static IEnumerable<string> CheckQuery(OpenApiRoute route, JsonElement operation, string? query) =>
        (query ?? "").Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')[0]).Where(name => !route.Knows(operation, name)).Select(name => $"no query parameter {name}");

    private List<string> CheckBody(HttpMethod method, OpenApiRoute route, JsonElement operation, string contentType, byte[] body)
    {
        if (operation.Find("requestBody") is not { } asked) return body.Length == 0 ? [] : ["a body where none is asked for"];
        if (body.Length == 0) return ["no body"];

        var form = contentType.StartsWith("multipart/", StringComparison.Ordinal) ? RestForm.Read(contentType, body) : RestForm.Of(body);
        if (!form.IsMultipart && contentType != "application/json") return [$"the content type is \"{contentType}\""];
        if (form.PayloadJson is null) return [.. form.Violations, "a form without payload_json"];
        JsonElement value;
        try
        {
            using var document = JsonDocument.Parse(form.PayloadJson);
            value = document.RootElement.Clone();
        }
        catch (JsonException exception)
        {
            return [$"the body is no JSON: {exception.Message}"];
        }

        var schema = asked.GetProperty("content").GetProperty("application/json").GetProperty("schema");
        List<string> violations = [.. _validator.Validate(schema, value)];
        if (violations.Count == 0) violations.AddRange(Rules(method, route, value));
        var message = route.Template.EndsWith("/callback", StringComparison.Ordinal) ? value.Find("data") ?? default : value;
        form.CheckFiles(message, mayKeep: method == HttpMethod.Patch || value.Find("type")?.ToString() == UpdateMessage);
        return [.. violations, .. form.Violations];
    }

    private static IEnumerable<string> Rules(HttpMethod method, OpenApiRoute route, JsonElement value) => route.Template switch
    {
        var template when template.EndsWith("/callback", StringComparison.Ordinal) => InteractionRules.Check(value),
        var template when template.EndsWith("/commands", StringComparison.Ordinal) => CommandRules.Check(value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value]),
        var template when template.Contains("/messages", StringComparison.Ordinal) || template == "/webhooks/{webhook_id}/{webhook_token}" =>
            MessageRules.Check(value, isNew: method == HttpMethod.Post, isForInteraction: template.StartsWith("/webhooks/", StringComparison.Ordinal)),
        _ => [],
    };

    private static OpenApiJudge? Read()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", "discord", "openapi.json");
            if (!File.Exists(file)) continue;
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            return new OpenApiJudge(document.RootElement.Clone());
        }
        return null;
    }
}
