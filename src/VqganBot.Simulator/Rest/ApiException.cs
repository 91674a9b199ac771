using System.Text.Json.Nodes;

namespace VqganBot.Simulator.Rest;

/// <summary>A request is refused in Discord's way.</summary>
/// <param name="code">Discord's own code; 0 where it has none.</param>
/// <param name="errors">Of an invalid form: the tree of what is wrong where.</param>
internal sealed class ApiException(int status, int code, string message, JsonObject? errors = null) : Exception(message)
{
    public int Status { get; } = status;

    public JsonObject Body()
    {
        var body = new JsonObject { ["message"] = Message, ["code"] = code };
        if (errors is not null)
            body["errors"] = errors.DeepClone();
        return body;
    }
}
