using System.Text.Json;
using VqganBot.Discord.Wire;
using VqganBot.Simulator.Validation.Messages;

namespace VqganBot.Simulator.Rest;

/// <summary>A request as a route sees it: body read, files apart, the token checked.</summary>
internal sealed class ApiRequest(HttpRequest http, JsonElement? body, IReadOnlyList<UploadedPart> files)
{
    public IReadOnlyList<UploadedPart> Files { get; } = files;

    /// <value>The body; a request without one is refused when a route asks for it.</value>
    public JsonElement Body => body ?? throw ApiErrors.InvalidJson();

    public string Text(string name) => (string)http.RouteValues[name]!;

    /// <summary>An id in the path; one that is none is refused as the form error that Discord makes of it.</summary>
    public Snowflake Id(string name)
    {
        if (Snowflake.TryParse(Text(name), out Snowflake id))
            return id;
        var errors = new Validation.FormErrors();
        errors.Add([name + "_id"], "NUMBER_TYPE_COERCE", $"Value \"{Text(name)}\" is not snowflake.");
        errors.ThrowIfAny();
        return default;
    }

    public string? Query(string name) => http.Query[name];

    public bool Flag(string name) => Query(name) is "true" or "True" or "1";
}
