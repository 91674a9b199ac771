using System.Text.Json.Nodes;
using VqganBot.Simulator.Rest;

namespace VqganBot.Simulator.Validation;

/// <summary>What is wrong with a form, as the tree Discord sends: the path to a field, then <c>_errors</c>.</summary>
internal sealed class FormErrors
{
    public JsonObject Tree { get; } = [];

    public bool Any => Tree.Count > 0;

    public void Add(IEnumerable<string> path, string code, string message)
    {
        JsonObject node = Tree;
        foreach (string name in path)
        {
            if (node[name] is not JsonObject child)
                node[name] = child = [];
            node = child;
        }
        if (node["_errors"] is not JsonArray errors)
            node["_errors"] = errors = [];
        errors.Add((JsonNode)new JsonObject { ["code"] = code, ["message"] = message });
    }

    public void ThrowIfAny()
    {
        if (Any)
            throw ApiErrors.InvalidForm(Tree);
    }
}
